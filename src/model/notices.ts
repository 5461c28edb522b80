/** What in the content can be published, but is worth an editor's look. All texts are Japanese. */
import { textsOf } from '#text/body.ts';
import { hiragana } from '#text/kana.ts';
import { fiscalYearsIn } from './fiscal-year.ts';
import { textsOfPlan } from './link.ts';
import type { Plan } from './plan.ts';
import { toKana, unread, unused } from './reading.ts';
import { scheduleNotices } from './schedule/schedule-notices.ts';

/** `file` is the path inside `content/`. */
export interface Notice {
  file: string;
  text: string;
}

export function noticesOf(plan: Plan): Notice[] {
  return [
    ...scheduleNotices(plan),
    ...readingNotices(plan),
    ...yearNotices(plan),
    ...quoteNotices(plan),
  ];
}

/** A word processor turns the quotation marks of YAML into curly ones, which are words. */
const quoteNotices = (plan: Plan): Notice[] =>
  [...textsOfPlan(plan)].flatMap(([file, texts]) =>
    texts
      .filter((text) => /^[“”].*[“”]$/u.test(text))
      .map((text) => ({
        file,
        text: `の「${text}」は、引用符もことばとして出ます。YAML の引用符なら、半角の "…" で書いてください`,
      })),
  );

/** A page beside the plan that names another fiscal year was perhaps written for that one. */
function yearNotices({ pages, policy: { fiscalYear } }: Plan): Notice[] {
  const { start, last = start } = fiscalYear;
  return pages.flatMap(({ file, data, body }) => {
    const text = [...Object.values(data), ...textsOf(body)].join('\n');
    const others = fiscalYearsIn(text).filter(
      (year) => year.start > last || (year.last ?? year.start) < start,
    );
    const printed = [...new Set(others.map((year) => year.printed))];
    return printed.length > 0
      ? [{ file, text: `に別の年度が書かれています: ${printed.join('、')}` }]
      : [];
  });
}

function readingNotices(plan: Plan): Notice[] {
  const { readings } = plan;
  const texts = textsOfPlan(plan);
  const missing = [...texts].flatMap(([file, words]) => {
    const kanji = new Set(words.flatMap((text) => unread(text, readings)));
    return kanji.size > 0
      ? [{ file, text: `に読みのない漢字があります: ${[...kanji].join('、')}` }]
      : [];
  });
  const spare = unused([...texts.values()].flat(), readings);
  const unusedWords =
    spare.length > 0
      ? [
          {
            file: 'readings.yaml',
            text: `に使われていないことばがあります: ${spare.join('、')}`,
          },
        ]
      : [];
  const odd = plan.sections.flatMap(({ file, name, kana }) => {
    const reading = toKana(name, readings);
    return hiragana(reading) === hiragana(kana)
      ? []
      : [{ file, text: `の kana「${kana}」が、readings.yaml の読み「${reading}」と違います` }];
  });
  return [...missing, ...unusedWords, ...odd];
}
