/** What in the content can be published, but is worth an editor's look. All texts are Japanese. */
import { textsOf } from '#text/body.ts';
import { hiragana } from '#text/kana.ts';
import { fiscalYearsIn } from './fiscal-year.ts';
import { textsOfPlan } from './link.ts';
import type { Plan } from './plan.ts';
import { fieldPath } from './problem.ts';
import { toKana, unread, unused } from './reading.ts';
import { bracketed } from './schedule/activity-times.ts';

/** `file` is the path inside `content/`. */
export interface Notice {
  file: string;
  text: string;
}

export function noticesOf(plan: Plan): Notice[] {
  return [
    ...timeNotices(plan),
    ...readingNotices(plan),
    ...yearNotices(plan),
    ...quoteNotices(plan),
  ];
}

/** Times that the calendar does not place, and brackets without their other half. */
const timeNotices = ({ programmes }: Plan): Notice[] =>
  programmes.flatMap(({ file, activities }) =>
    activities.flatMap(({ text, schedules, editorMonths }, index) => {
      const unplaced = schedules.filter(({ kind }) => kind === 'unplaced');
      const notices = (editorMonths.length > 0 ? [] : unplaced).map(
        ({ printed }) =>
          `時期「${printed}」は、書かれたとおりに示しますが、月には置きません。月が決まっているときは、取組に months: [4, 5] のように書けます`,
      );
      if (!bracketed(text).balanced)
        notices.push('かっこが対になっていません。印刷のとおりか確かめてください');
      const field = fieldPath(['activities', index, 'text']);
      return notices.map((notice) => ({ file, text: `の「${field}」: ${notice}` }));
    }),
  );

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
  const missing = [...texts].map(([file, words]) => ({
    file,
    about: 'に読みのない漢字があります',
    words: new Set(words.flatMap((text) => unread(text, readings))),
  }));
  const spare = {
    file: 'readings.yaml',
    about: 'に使われていないことばがあります',
    words: new Set(unused([...texts.values()].flat(), readings)),
  };
  const odd = plan.sections.flatMap(({ file, name, kana }) => {
    const reading = toKana(name, readings);
    const text = `の kana「${kana}」が、readings.yaml の読み「${reading}」と違います`;
    return hiragana(reading) === hiragana(kana) ? [] : [{ file, text }];
  });
  return [
    ...[...missing, spare]
      .filter(({ words }) => words.size > 0)
      .map(({ file, about, words }) => ({ file, text: `${about}: ${[...words].join('、')}` })),
    ...odd,
  ];
}
