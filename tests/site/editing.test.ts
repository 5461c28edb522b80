/** What a build leaves for an editor (VS Code), and what is set for it: the content is checked by it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folders, yamlFiles } from '#model/collections.ts';
import { parseMdx, parseYaml } from '#reader/parse.ts';
import { contentDir } from '#reader/read.ts';
import { checkedBy } from '../json-schema.ts';

const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
  'astro.content-intellisense': boolean;
  'yaml.schemas': Record<string, string>;
};
const ofYaml = Object.entries(settings['yaml.schemas']);
const files = readdirSync(contentDir, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(?:mdx|yaml)$/.test(file));

/** Where the schema of a file stands, as the settings or Astro's language server have it. */
function schemaOf(file: string): string {
  const set = ofYaml.find(([, content]) => content === `/content/${file}`)?.[0];
  const name = Object.entries(folders).find(([, { path: form }]) => form.test(file))?.[0];
  return set ?? `.astro/collections/${name ?? file.split('/')[0] ?? ''}.schema.json`;
}

describe('the settings for VS Code', () => {
  it('name a schema that is there for each YAML file', () => {
    expect(ofYaml.map(([, file]) => file).sort()).toEqual(
      Object.keys(yamlFiles)
        .map((name) => `/content/${name}.yaml`)
        .sort(),
    );
    expect(ofYaml.filter(([schema]) => !existsSync(schema))).toEqual([]);
  });

  it('let the language server of Astro check the head of each MDX file', () => {
    expect(settings['astro.content-intellisense']).toBe(true);
    const { entries } = JSON.parse(readFileSync('.astro/collections/collections.json', 'utf8')) as {
      entries: Record<string, string>;
    };
    const kinds = new Set(Object.values(entries));
    for (const name of Object.keys(folders)) {
      expect(kinds, name).toContain(name);
      expect(existsSync(`.astro/collections/${name}.schema.json`), name).toBe(true);
    }
  });
});

describe('every file of the content', () => {
  it('is what its schema says', () => {
    const refused = files.filter((file) => {
      const text = readFileSync(path.join(contentDir, file), 'utf8');
      const { data } = file.endsWith('.mdx') ? parseMdx(file, text) : parseYaml(file, text);
      return !checkedBy(readFileSync(schemaOf(file), 'utf8'))(data);
    });
    console.log(
      `JSON Schema: accepted ${String(files.length - refused.length)} / ${String(files.length)} files`,
    );
    expect(refused).toEqual([]);
  });
});
