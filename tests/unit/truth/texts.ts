import type { PlanContent } from '#model/plan.ts';

/** A place of the content that holds printed words. */
export interface TextPlace {
  /** File and field, for example `goals/anshin.mdx.paragraphs.0`. */
  where: string;
  get: () => string;
  set: (text: string) => void;
}

/** Every place of the content whose words stand in the source. Setting one changes `content`. */
export function printedTexts(content: PlanContent): TextPlace[] {
  const places: TextPlace[] = [];
  const add = (file: string, holder: object, keys: readonly (string | number)[], path = '') => {
    const at = holder as Record<string | number, string | undefined>;
    for (const key of keys)
      if (at[key] !== undefined)
        places.push({
          where: `${file}.${path}${String(key)}`,
          get: () => at[key] ?? '',
          set: (text) => (at[key] = text),
        });
  };
  const list = (file: string, texts: string[], path: string) =>
    add(file, texts, [...texts.keys()], `${path}.`);

  const { policy, parts, goals, principles, programmes, sections, pledges } = content;
  const { file, data } = policy;
  add(file, data, ['title', 'pointer', 'programmesHeading', 'pledgesHeading', 'pledgesSubtitle']);
  if (data.mascot) add(file, data.mascot, ['caption', 'name'], 'mascot.');
  for (const entry of parts)
    add(entry.file, entry.data, ['numeral', 'heading', 'lead', 'subtitle']);
  for (const entry of goals) add(entry.file, entry.data, ['title', 'programmesTitle', 'subtitle']);
  for (const entry of principles) add(entry.file, entry.data, ['title']);
  for (const entry of programmes) {
    add(entry.file, entry.data, ['title']);
    for (const [index, activity] of entry.data.activities.entries())
      add(entry.file, activity, ['text'], `activities.${String(index)}.`);
  }
  for (const entry of sections) add(entry.file, entry.data, ['name']);
  for (const entry of pledges) list(entry.file, entry.data.units, 'units');
  for (const { file, body } of [...parts, ...goals, ...principles, ...pledges])
    for (const [index, block] of body.entries())
      if (block.type === 'paragraph')
        for (const [at, node] of block.children.entries())
          if (node.type === 'text')
            add(file, node, ['value'], `body.${String(index)}.children.${String(at)}.`);
  return places;
}
