/** What `npm run lint` holds. A rule that is loosened or switched off says why. */
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Of each part of `src/` (a folder or a file): the parts that it may import besides itself, and
 * what it may import from outside, as a regular expression. ESLint and not dependency-cruiser
 * because the latter cannot read `.astro` files.
 */
const parts = {
  text: { uses: [], outside: 'satteri$|yaml$' },
  model: { uses: ['text'], outside: 'zod$' },
  strings: { uses: ['model'] },
  urls: { uses: ['model'] },
  'build-date': { uses: ['deploy', 'reader'], outside: 'node:' },
  routes: { uses: ['model', 'urls', 'strings', 'document'] },
  document: { uses: ['model', 'text', 'urls', 'strings', 'tables'], outside: 'node:crypto$' },
  links: { uses: ['model', 'urls', 'strings', 'routes', 'document', 'text'] },
  reader: { uses: ['model', 'links', 'text'], outside: 'node:|zod$|yaml$|sharp$|astro/loaders$' },
  'content.config': { uses: ['model', 'reader', 'text'], outside: 'astro[:/]|node:url$' },
  plan: { uses: ['model', 'reader', 'text'], outside: 'node:path$|astro$|astro:content$' },
  search: { uses: ['model', 'text', 'urls', 'tables'] },
  tables: { uses: ['model', 'text'], outside: 'zod$|hucre/' },
  export: {
    uses: ['model', 'urls', 'strings', 'document', 'text', 'tables', 'reader'],
    outside: 'zod$|node:crypto$|hucre/',
  },
  share: {
    uses: ['model', 'urls', 'strings', 'routes', 'export', 'styles'],
    outside: 'node:|sharp$|@takumi-rs/core$',
  },
  elements: { uses: ['search', 'text'] },
  components: {
    uses: 'model search urls routes strings styles elements plan export links share document text build-date'.split(
      ' ',
    ),
    outside: 'astro:assets$|diff$',
  },
  layouts: { uses: 'components model plan urls routes strings styles links share'.split(' ') },
  pages: {
    uses: 'layouts components elements plan export search model urls routes strings links styles document share build-date'.split(
      ' ',
    ),
    outside: 'astro([:/]|$)|uqr$',
  },
  deploy: { uses: ['model'], outside: 'node:' },
  integrations: {
    uses: ['deploy', 'links', 'reader', 'model', 'search', 'text', 'urls', 'strings'],
    outside: 'node:|astro$|pagefind$',
  },
  admin: {
    uses: ['model', 'tables', 'reader', 'links', 'deploy', 'urls', 'text'],
    outside: 'node:|astro$|@sveltia/cms$',
  },
  import: {
    uses: ['tables', 'export', 'model', 'reader', 'deploy', 'text'],
    outside: 'node:|hucre/|yaml$|diff$|@sglkc/kuromoji$',
  },
  commands: {
    uses: ['import', 'admin', 'reader', 'model', 'urls', 'links', 'share', 'deploy'],
    outside: 'node:|astro$',
  },
  styles: { uses: [] },
};

/** Everything but the file's own folder and what `allowed` (a regular expression) begins with. */
const importsOnly = (allowed, message) => {
  const regex = `^(?!\\./|${allowed})`;
  const selector = `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`;
  return {
    'no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
    'no-restricted-syntax': ['error', { selector, message }, styleAttribute],
  };
};

const styleAttribute = {
  selector: 'JSXAttribute[name.name="style"]',
  message: 'The Content-Security-Policy allows no style attribute.',
};

export default defineConfig(
  globalIgnores(['dist*/', '.astro/', '.cache/', 'test-results/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Texts are split into code points on purpose: that is what the functions on texts count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // It also forbids to destructure what Astro and Pagefind mean to be destructured.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/prefer-string-starts-ends-with': [
        'error',
        { allowSingleElementEquality: 'always' },
      ],
      // What node:fs rejects with is known: an ErrnoException.
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // An empty string in the environment or in a form means the same as none.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, boolean: true } },
      ],
      // It also forbids a parameter that names the type of what is read.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    // Their types are checked by `astro check`; ESLint cannot resolve the types of templates.
    files: ['**/*.astro'],
    extends: [
      tseslint.configs.strict,
      tseslint.configs.stylistic,
      astro.configs['flat/recommended'],
    ],
  },
  {
    files: ['**/*.{ts,astro}'],
    rules: {
      // It asks for `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // A test that meets nothing where there should be something fails anyway.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Matchers such as expect.any(), and what page.evaluate() gives, are `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: importsOnly('$', 'This part of src/ has no line in eslint.config.js yet.'),
  },
  ...Object.entries(parts).map(([part, { uses, outside }]) => ({
    files: [`src/${part}/**`, `src/${part}.*`],
    rules: importsOnly(
      [...[part, ...uses].map((used) => `#${used}[/.]`), ...(outside ? [outside] : [])].join('|'),
      `eslint.config.js says what ${part} may import; other folders are imported as #folder/file.`,
    ),
  })),
);
