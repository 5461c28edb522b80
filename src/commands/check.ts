/** `npm run check`: judges the content alone and says in Japanese what to mend. */
import { linkPlan, textsByFile } from '#model/link.ts';
import { ContentError } from '#model/problem.ts';
import { toKana, unread, unused } from '#model/reading.ts';
import { readContent } from '#reader/read.ts';

try {
  const content = await readContent();
  const plan = linkPlan(content);
  const activities = plan.programmes.flatMap((programme) => programme.activities);
  console.log(
    `内容に誤りはありません。事業 ${String(plan.programmes.length)}、取組 ${String(activities.length)}、課 ${String(plan.sections.length)}、取組目標 ${String(plan.pledges.length)}`,
  );
  const { readings } = plan;
  const texts = textsByFile(content);
  for (const [file, words] of texts) {
    const runs = new Set(words.flatMap((text) => unread(text, readings)));
    if (runs.size > 0)
      console.log(`注意: content/${file} に読みのない漢字があります: ${[...runs].join('、')}`);
  }
  const spare = unused([...texts.values()].flat(), readings);
  if (spare.length > 0)
    console.log(
      `注意: content/readings.yaml に使われていないことばがあります: ${spare.join('、')}`,
    );
  for (const { id, name, kana } of plan.sections)
    if (toKana(name, readings) !== kana)
      console.log(
        `注意: content/sections/${id}.mdx の kana「${kana}」が、readings.yaml の読み「${toKana(name, readings)}」と違います`,
      );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
