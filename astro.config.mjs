import './src/commands/checkout-name.ts';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { admin } from './src/admin/admin.ts';
import { publish } from './src/integrations/publish.ts';
import { report } from './src/integrations/report.ts';
import { search } from './src/integrations/search.ts';
import { wholeBuild } from './src/integrations/whole-build.ts';
import { BASE, SITE } from './src/urls.ts';

/**
 * The oldest browsers that scripts and styles are written for, three years old or more when the site
 * was made (2026); Firefox 115 is the long-term release for old systems.
 */
const BROWSERS = ['chrome115', 'edge115', 'firefox115', 'safari16.4', 'ios16.4'];

/** A script is named after its page or component alone: every page that uses it prints its name. */
const scriptName = ({ name }) => `_astro/${name.split('.')[0]}.[hash].js`;

process.env.ASTRO_TELEMETRY_DISABLED = '1';

export default defineConfig({
  site: SITE,
  base: BASE,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR || 'dist',
  // Not in node_modules/, which may belong to another user or another checkout.
  cacheDir: '.cache/astro',
  server: { port: Number(process.env.PORT || 4321) },
  // The official text keeps its own quotation marks.
  markdown: {
    processor: satteri({ features: { smartPunctuation: false, headingAttributes: true } }),
  },
  build: { inlineStylesheets: 'always' },
  scopedStyleStrategy: 'class',
  prerenderConflictBehavior: 'error',
  // Tells editors which schema a file of content/ has.
  experimental: { contentIntellisense: true },
  integrations: [mdx(), admin(), report(), search(), publish(), wholeBuild()],
  // Scripts are files of their own: the content security policy allows no inline script.
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0, target: BROWSERS, cssTarget: BROWSERS },
    environments: {
      client: { build: { rollupOptions: { output: { entryFileNames: scriptName } } } },
    },
    cacheDir: '.cache/vite',
  },
  devToolbar: { enabled: false },
});
