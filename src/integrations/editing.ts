/**
 * Writes a JSON Schema for each YAML file of the content, from which an editor (VS Code) completes
 * and checks it; `.vscode/settings.json` maps them to the files. Astro itself writes those of its
 * collections, for the frontmatter of MDX files.
 */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { contentJsonSchema } from '#export/json-schema.ts';
import { yamlFiles } from '#model/collections.ts';

export function editing(): AstroIntegration {
  return {
    name: 'plan-editing',
    hooks: {
      'astro:config:setup': async ({ createCodegenDir }) => {
        const dir = createCodegenDir();
        for (const [name, { file: schema }] of Object.entries(yamlFiles))
          await writeFile(new URL(`${name}.schema.json`, dir), contentJsonSchema(schema));
      },
    },
  };
}
