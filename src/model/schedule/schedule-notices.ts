/** Notices of `npm run check` about times that the calendar does not place. */
import type { Notice } from '#model/notices.ts';
import { fieldPath } from '#model/problem.ts';
import type { Activity, Plan } from '#model/plan.ts';
import { bracketed } from './brackets.ts';

/** The unread times of a plan, and brackets without their other half, in printed order. */
export function scheduleNotices(plan: Plan): (Notice & { field: string; words: string })[] {
  return plan.programmes.flatMap(({ file, activities }) =>
    activities.flatMap((activity, index) => {
      const field = fieldPath(['activities', index, 'text']);
      return oddTimes(activity).map(({ words, about }) => ({
        ...{ file, field, words },
        text: `の「${field}」: ${about}`,
      }));
    }),
  );
}

function oddTimes({ text, schedules, editorMonths }: Activity) {
  const unplaced = schedules.filter(({ kind }) => kind === 'unplaced');
  const about = (words: string) =>
    `時期「${words}」は、書かれたとおりに示しますが、月には置きません。月が決まっているときは、取組に months: [4, 5] のように書けます`;
  const unread = unplaced.map(({ printed }) => ({ words: printed, about: about(printed) }));
  return [
    ...(editorMonths.length > 0 ? [] : unread),
    ...(bracketed(text).balanced
      ? []
      : [{ words: text, about: 'かっこが対になっていません。印刷のとおりか確かめてください' }]),
  ];
}
