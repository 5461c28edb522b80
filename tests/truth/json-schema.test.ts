/** What an editor (VS Code) marks of the bad contents while they are written. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { collections } from '#model/collections.ts';
import { parseMdx, parseYaml } from '#reader/parse.ts';
import { checkedBy } from '../json-schema.ts';
import { badInputs } from './bad-inputs.ts';
import { changedContent } from './changed-content.ts';

const schemas = Object.values(collections).map(({ path: form, schema }): [RegExp, z.ZodType] => [
  form,
  schema,
]);

/** A file's schema and its data, if it is one that a schema can speak of. */
function read(dir: string, file: string) {
  const schema = schemas.find(([form]) => form.test(file))?.[1];
  if (!schema || !existsSync(path.join(dir, file))) return undefined;
  const text = readFileSync(path.join(dir, file), 'utf8');
  const { data, problems } = file.endsWith('.mdx') ? parseMdx(file, text) : parseYaml(file, text);
  return problems.length > 0 ? undefined : { schema, data };
}

const changed = changedContent();

it('a JSON Schema refuses each bad content that a schema refuses, but for rules over several values', () => {
  let [tried, beyond] = [0, 0];
  const checks = new Map(
    schemas.map(([, schema]) => [
      schema,
      checkedBy(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))),
    ]),
  );
  const survivors = badInputs.flatMap(({ name, spoil, told: [file] }) => {
    const spoilt = read(changed(spoil), file);
    const issues = spoilt?.schema.safeParse(spoilt.data).error?.issues ?? [];
    if (!spoilt || !issues.some(({ code }) => code !== 'custom')) {
      beyond += 1;
      return [];
    }
    tried += 1;
    return checks.get(spoilt.schema)?.(spoilt.data) ? [name] : [];
  });
  console.log(
    `JSON Schema: refused ${String(tried - survivors.length)} / ${String(tried)} bad contents; ${String(beyond)} more are for npm run check alone (characters, YAML, several files)`,
  );
  expect(survivors).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(25);
}, 60_000);
