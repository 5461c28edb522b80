/** Whatever changes in a content file, the rest keeps its bytes. */
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { rewriteYaml } from '#import/rewrite-file.ts';
import { newYaml } from '#text/content-file.ts';

const words = fc.constantFrom(...`あ|川: 山|それ'で|- 項目|#1|"引用"|true|06|～|あ い`.split('|'));
const row = fc.record(
  { id: fc.constantFrom('a', 'b', 'c', 'd'), text: words },
  { requiredKeys: ['id'], noNullPrototype: true },
);
const data = fc.record(
  {
    title: words,
    number: fc.integer({ min: 1, max: 20 }),
    sections: fc.array(words, { minLength: 1, maxLength: 3 }),
    activities: fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['title'], noNullPrototype: true },
);

it('the text has the new value', () => {
  fc.assert(
    fc.property(data, data, (before, after) => {
      expect(parse(rewriteYaml(newYaml(before), after))).toEqual(after);
    }),
  );
});

it('a line without a change stays as a person wrote it', () => {
  fc.assert(
    fc.property(data, words, (before, title) => {
      const text = `# メモ\n${newYaml(before).replace(/^number: (.*)$/mu, 'number:   $1 # 番号')}`;
      const [old, now] = [text, rewriteYaml(text, { ...before, title })].map((all) =>
        all.split('\n').filter((line) => !line.startsWith('title:')),
      );
      expect(now).toEqual(old);
    }),
  );
});
