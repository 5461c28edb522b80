import { describe, expect, it } from 'vitest';
import { trimStyles } from '#deploy/trim-styles.ts';
import { addNames, noNames } from '#deploy/used-names.ts';

function trim(css: string, html: string, scripts: string[] = []): string {
  const names = noNames();
  addNames(names, [html], scripts);
  return trimStyles(css, names);
}

describe('trimming styles', () => {
  it.each([
    ['an element', 'table{top:0}', '<p>table</p>', '<table>'],
    ['a class', '.a{top:0}', '<p class="b">.a</p>', '<p class="b a">'],
    ['a class whose name is escaped', '.lg\\:a{top:0}', '<p class="a">', '<p class="lg:a">'],
    ['an id', '#a{top:0}', '<p id="b">', '<p id="a">'],
    ['an attribute', '[hidden]{top:0}', '<p class="hidden">', '<p hidden>'],
    ['an attribute’s value', '[data-a="1"]{top:0}', '<p data-a="2">', "<p data-a='1'>"],
    ['a state', '.a:hover{top:0}', '<p>', '<p class=a>'],
    ['a relation', '.a>p+.b{top:0}', '<p class="a">', '<p class="a"><p><b class="b">'],
    ['any of a list', ':is(.a,.b) p{top:0}', '<p>', '<p class="b">'],
    ['what it holds', 'p:has(>.a){top:0}', '<p>', '<p><b class="a">'],
    ['what stands in another', '.a{& .b{top:0}}', '<p class="a">', '<p class="a"><p class="b">'],
    ['a medium', '@media print{.a{top:0}}', '<p>', '<p class="a">'],
  ])('drops a rule for %s that is not there, and keeps one that is', (_, css, without, within) => {
    expect(trim(css, without)).not.toContain('top:0');
    expect(trim(css, within)).toContain('top:0');
  });

  it.each([
    ':root{top:0}',
    '*{top:0}',
    ':target{top:0}',
    ':focus-visible{top:0}',
    '::selection{top:0}',
    'html body tbody{top:0}',
    '[open]{top:0}',
    'p:not(.a){top:0}',
    'p:nth-child(2 of .a){top:0}',
    '@page{margin:0}',
    '@page:first{margin:0}',
    '@font-face{font-family:a;src:local(b)}',
    '@view-transition{navigation:auto}',
    '@layer a,b;',
  ])('keeps %s on any page', (css) => {
    expect(trim(css, '<p>')).toBe(css.replace(/;$/, ';'));
  });

  it('drops a named paper that no rule asks for, and keeps one that is asked for', () => {
    const css = '@page a{margin:0}.b{page:a}';
    expect(trim(css, '<p>')).toBe('');
    expect(trim(css, '<p class="b">')).toBe(css);
  });

  it('leaves out the signature of a tool, and keeps a licence', () => {
    expect(trim('/*! tailwindcss v1 | MIT License */\np{top:0}', '<p>')).toBe('p{top:0}');
    expect(trim('/*! ours */p{top:0}', '<p>')).toMatch(/^\/\*! ours \*\//);
  });

  it('keeps what a script of the page may make', () => {
    const css =
      'mark{top:0}.is-new{left:0}[data-found-in="x"]{right:0}[aria-expanded=true]{bottom:0}';
    const script =
      'el.append(document.createElement("mark"));el.classList.add("is-new");el.dataset.foundIn=y;el.ariaExpanded=z';
    expect(trim(css, '<p>')).toBe('');
    for (const side of ['top', 'left', 'right', 'bottom'])
      expect(trim(css, '<p>', [script])).toContain(`${side}:0`);
  });

  it('takes a word of a script for a name only where it may become one', () => {
    const css =
      '.month{top:0}mark{left:0}[data-goal="4"]{right:0}[data-found]{bottom:0}#there{width:0}';
    const script = 'const{month,mark}=x.dataset;f({month:1,mark,goal:4});there=found';
    expect(trim(css, '<p data-goal="1">', [script])).toBe('');
    expect(trim(css, '<p>', ['el.className="a month"'])).toContain('top:0');
    expect(trim(css, '<p>', ['el.className=`month`'])).toContain('top:0');
    expect(trim(css, '<p>', ['el.innerHTML=\'<p id="there">\''])).toContain('width:0');
    expect(trim(css, '<p>', ['el.dataset.goal=n'])).toContain('right:0');
    expect(trim(css, '<p>', ['el.dataset["goal"]=n'])).toContain('right:0');
    expect(trim(css, '<p>', ['el.setAttribute("data-found","")'])).toContain('bottom:0');
  });

  it('drops custom properties that nothing reads, through all steps, and keeps the others', () => {
    const css = ':root{--a:1px;--b:var(--a);--c:2px;--d:var(--c);--e:3px}p{left:var(--d)}';
    expect(trim(css, '<p>')).toBe(':root{--c:2px;--d:var(--c)}p{left:var(--d)}');
    expect(trim(css, '<svg fill="var(--e)">')).toContain('--e:3px');
  });

  it('reads no text, no comment and no script as markup', () => {
    expect(
      trim('.a{top:0}', '<title>&lt;p class="a"&gt;</title><style>p{} /* <p class="a"> */</style>'),
    ).toBe('');
  });
});
