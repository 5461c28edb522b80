/** The whole plan in one file: plain text, and HTML that needs nothing from outside. */
import { addressed, documentOf, type Block } from '#document/blocks.ts';
import { linesOf, type Line } from '#document/lines.ts';
import type { Plan } from '#model/plan.ts';
import { labels, t } from '#strings.ts';
import { escape } from '#text/escape.ts';
import { absolute, urls } from '#urls.ts';

/** The words as the site shows them, in the order of the print. */
export const planTxt = (plan: Plan): string =>
  `${linesOf(documentOf(plan)).map(printed).join('\n').replace(/^\n+/, '')}\n`;

function printed(line: Line): string {
  if (line.kind === 'item') return `・${line.text}`;
  if (line.kind === 'paragraph') return `\n${line.text}`;
  return `${'\n'.repeat(line.level < 3 ? 2 : 1)}${line.text}`;
}

const STYLE = `:root{color-scheme:light dark}
body{max-width:40em;margin:0 auto;padding:1rem;font:1rem/1.7 sans-serif;line-break:strict;overflow-wrap:anywhere}
h1,h2,h3,h4,h5{word-break:auto-phrase;text-wrap:pretty}ul{padding-inline-start:1.25em}
nav ul{columns:15em;padding:1rem;border:1px solid;list-style:none}nav li{break-inside:avoid}nav a{display:block;padding:.25em 0}
.sub{padding-inline-start:1em}:target{outline:2px solid;outline-offset:.5rem}
h1,h2,h3,h4,h5{line-height:1.4;margin:2em 0 .5em}h2{border-top:1px solid;padding-top:1em}
h4,h5{margin-top:1.5em}dt{font-weight:bold}dd{margin:0 0 .5em}
@media print{@page{size:A4;margin:15mm}h2,h3,h4,h5{break-after:avoid}}`;

export function planHtml(plan: Plan): string {
  const { policy } = plan;
  const blocks = documentOf(plan);
  const lines = linesOf(blocks);
  const site = escape(absolute(urls.home()));
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${policy.title}${t.separator}${policy.city}${policy.ward}`)}</title>
<meta name="description" content="${escape(labels(plan).files['plan.html'])}">
<style>
${STYLE}
</style>
</head>
<body>
<main>
${lines.slice(0, 1).map(markup).join('')}<p><a href="${site}">${site}</a></p>
<nav aria-label="${t.full.toc}">
<ul>
${contents(blocks)}<li><a href="#corrections">${t.corrections.title}</a></li>
</ul>
</nav>
${lines.slice(1).map(markup).join('').replaceAll('</ul>\n<ul>\n', '')}${ledger(plan)}</main>
</body>
</html>
`;
}

function markup(line: Line): string {
  const text = escape(line.text);
  const id = line.id ? ` id="${line.id}"` : '';
  if (line.kind === 'paragraph') return `<p${id}>${text}</p>\n`;
  if (line.kind === 'item') return `<ul>\n<li${id}>${text}</li>\n</ul>\n`;
  return `<h${String(line.level)}${id}>${text}</h${String(line.level)}>\n`;
}

/** The table of contents: the parts and the headings directly below them. */
const contents = (blocks: readonly Block[]) =>
  addressed(blocks)
    .flatMap((block) => [
      entry(block),
      ...addressed(block.children).map((child) => entry(child, true)),
    ])
    .join('');

const entry = ({ id, heading }: Block, isSub = false) =>
  id && heading !== undefined
    ? `<li${isSub ? ' class="sub"' : ''}><a href="#${id}">${escape(heading)}</a></li>\n`
    : '';

function ledger({ corrections, source }: Plan): string {
  const rows = corrections.map(
    (row) =>
      `<dt>${escape(row.source)}${row.source === row.shown ? '' : ` → ${escape(row.shown)}`}</dt>
<dd>${row.status === 'rule' ? '' : `${t.corrections.line(row.line)} `}${t.data.status[row.status]} ${escape(row.reason)}</dd>\n`,
  );
  const facts = source
    ? `<h2>${t.data.source}</h2>\n<p>${escape(source.name)}</p>\n<p>${escape(source.file)} sha256: ${source.sha256}</p>\n`
    : '';
  return `<h2 id="corrections">${t.corrections.title}</h2>\n<dl>\n${rows.join('')}</dl>\n${facts}`;
}
