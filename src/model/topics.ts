import type { Plan } from './plan.ts';

export interface TopicRun {
  text: string;
  /** Whether it is a topic, and not what stands between topics. */
  topic: boolean;
}

/**
 * Cuts a subtitle that lists topics (～A・B・C～) into topics and what parts them. A subtitle that
 * lists nothing is one run. Joined, the runs are the subtitle.
 */
export function topicsOf(subtitle: string): TopicRun[] {
  const runs = subtitle
    .split(/([～〜~・、\s]+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, topic: !/^[～〜~・、\s]+$/u.test(text) }));
  return runs.filter(({ topic }) => topic).length > 1 ? runs : [{ text: subtitle, topic: false }];
}

/** A word to try the search with: the first topic that a goal lists, if any does. */
export const exampleTopic = ({ goals }: Pick<Plan, 'goals'>): string | undefined =>
  goals.flatMap(({ subtitle = '' }) => topicsOf(subtitle)).find(({ topic }) => topic)?.text;
