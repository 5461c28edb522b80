/** Measurements that run inside the page: each stands alone and uses nothing from outside it. */

/** By how many pixels the page scrolls sideways. */
export function sidewaysBy(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/**
 * Sets the text spacing of WCAG 1.4.12, or takes it back. Set by script, since a page's policy may
 * allow no added style.
 */
export function spaced(on: boolean): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
  );
  document.adoptedStyleSheets = on ? [sheet] : [];
}

/** The lines that main shows, apart from controls that only scripts can serve. */
export function linesOfMain(): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    'button, output, form, [role=status], [aria-live] { display: none !important }',
  );
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, sheet];
  const text = document.querySelector('main')?.innerText ?? '';
  document.adoptedStyleSheets = before;
  return text.split('\n').flatMap((line) => line.trim() || []);
}

/**
 * What has moved since the page was loaded, once nothing is under way any more: it is loaded, its
 * animations have ended, its scripts have run and are idle.
 */
export async function shifts(): Promise<string[]> {
  const found: string[] = [];
  const named = (node: Node | null) =>
    `${node?.nodeName ?? ''} ${(node?.textContent ?? '').trim().slice(0, 30)}`;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as (PerformanceEntry & {
      sources: { node: Node | null }[];
    })[])
      found.push(...shift.sources.map(({ node }) => named(node)));
  }).observe({ type: 'layout-shift', buffered: true });
  if (document.readyState !== 'complete')
    await new Promise((loaded) => {
      addEventListener('load', loaded, { once: true });
    });
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  // Two rests: the second comes after the frames that the first work has asked for, and an
  // observer hears of a frame before the page is idle again.
  for (let rest = 0; rest < 2; rest += 1) {
    // A page that has nothing to do may never be told that it is idle; WebKit tells no page.
    await new Promise((idle) => {
      if ('requestIdleCallback' in window) requestIdleCallback(idle, { timeout: 500 });
      else setTimeout(idle);
    });
    await new Promise((frame) => requestAnimationFrame(frame));
    await new Promise((frame) => requestAnimationFrame(frame));
  }
  return found;
}

/**
 * By how many pixels the page stands beside the place that its address names: `Infinity` where that
 * is not shown. A place near the end of the page stands as high as the page scrolls.
 */
export function besideMark(): number {
  const mark = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!mark?.checkVisibility()) return Infinity;
  const root = document.documentElement;
  const pixels = (value: string) => Number.parseFloat(value) || 0;
  const room =
    pixels(getComputedStyle(root).scrollPaddingTop) +
    pixels(getComputedStyle(mark).scrollMarginTop);
  const wanted = mark.getBoundingClientRect().top + scrollY - room;
  const last = root.scrollHeight - root.clientHeight;
  return Math.abs(scrollY - Math.min(Math.max(wanted, 0), last));
}

/** The first words that begin within the window, and how far below its top. */
export function firstWords(): { words: string; top: number } {
  const first = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, tr)')].find(
    (element) => element.checkVisibility() && element.getBoundingClientRect().top >= 0,
  );
  return {
    words: first?.textContent.trim().slice(0, 40) ?? '',
    top: first?.getBoundingClientRect().top ?? Infinity,
  };
}

/** How many pixels of the page are still below the window. */
export const belowWindow = (): number =>
  document.documentElement.scrollHeight - document.documentElement.clientHeight - scrollY;

/** Elements whose box cuts off words of their own. Boxes that scroll cut off nothing. */
export function clipped(): string[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')]
    .filter((element) => {
      const style = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const { width, height } = element.getBoundingClientRect();
      // One pixel or clipped away on purpose: for readers of the page's voice only.
      if (width <= 1 || height <= 1 || style.clipPath !== 'none') return false;
      const cut =
        (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      return cut && Boolean(element.textContent.trim());
    })
    .map((element) => `${element.tagName.toLowerCase()}: ${element.innerText.slice(0, 30)}`);
}

/**
 * Controls that cannot be hit within a square of 44 px (WCAG 2.5.5). A link within a sentence is
 * exempt, and what is shown to no eye until it has the focus.
 */
export function smallTargets(): string[] {
  const SIDE = 44;
  const block = (element: Element): Element => {
    let at = element.parentElement ?? element;
    while (getComputedStyle(at).display.startsWith('inline') && at.parentElement)
      at = at.parentElement;
    return at;
  };
  const words = (text: string | null) => (text ?? '').replace(/[\s、。・／|｜→›（）()]/g, '');
  const inSentence = (element: Element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const around = block(element);
    const linked = [...around.querySelectorAll('a')]
      .map((link) => words(link.textContent))
      .join('');
    return words(around.textContent).length > linked.length;
  };
  /** Every point of the square, at its corners, belongs to the control. */
  const fills = (element: HTMLElement) => {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const labels = 'labels' in element ? [...((element.labels as NodeList | null) ?? [])] : [];
    const { left, top, width, height } = element.getBoundingClientRect();
    const reach = SIDE / 2 - 0.5;
    return [-reach, reach].every((dx) =>
      [-reach, reach].every((dy) => {
        const hit = document.elementFromPoint(left + width / 2 + dx, top + height / 2 + dy);
        return hit !== null && [element, ...labels].some((own) => own.contains(hit));
      }),
    );
  };
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex="0"][role]',
    ),
  ]
    .filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.matches('[role=region], [role=group]')) return false;
      if (getComputedStyle(element).clipPath !== 'none' || inSentence(element)) return false;
      const { width, height } = element.getBoundingClientRect();
      return (width < SIDE - 0.5 || height < SIDE - 0.5) && !fills(element);
    })
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      const name = element.innerText.slice(0, 20) || (element.getAttribute('aria-label') ?? '');
      return `${element.tagName.toLowerCase()} ${String(Math.round(width))}×${String(Math.round(height))} ${name}`;
    });
}

/** Sets the size of the root's letters, or takes it back with ``. */
export function enlarged(size: string): void {
  document.documentElement.style.fontSize = size;
}

/** Blocks of words that are shown above the one before them, and not beside it. */
export function outOfOrder(): string[] {
  const blocks = [
    ...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, p, li, dt, dd, th, td)'),
  ].filter(
    (block) =>
      block.checkVisibility() &&
      block.textContent.trim() !== '' &&
      block.getBoundingClientRect().width > 1 &&
      !block.closest('[aria-hidden=true]') &&
      !block.querySelector('p, li, dt, dd'),
  );
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1]?.getBoundingClientRect();
    const { top, left } = block.getBoundingClientRect();
    if (!before || top >= before.top - 2 || left >= before.right - 2) return [];
    return [
      `${block.innerText.slice(0, 40)} after ${blocks[index - 1]?.innerText.slice(0, 40) ?? ''}`,
    ];
  });
}

/** Whether what has the focus stands before main. */
export function isBeforeMain(): boolean {
  const main = document.querySelector('main');
  const at = document.activeElement;
  if (!main || !at || at === document.body) return false;
  return Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING);
}

interface Followed {
  followed: { controls: HTMLElement[]; order: number[] };
}

/** Notes from now on which control gets the focus, by its place in the page; how many there are. */
export function followFocus(): number {
  const groups = new Set<string>();
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button:not([disabled]), input:not([type=hidden], [disabled]), select:not([disabled]), textarea, summary, [tabindex="0"]',
    ),
  ].filter((control) => {
    if (!control.checkVisibility({ visibilityProperty: true })) return false;
    if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
    // A group of radio buttons is one stop: the chosen one.
    if (!control.checked || groups.has(control.name)) return false;
    groups.add(control.name);
    return true;
  });
  const followed: Followed['followed'] = { controls, order: [] };
  Object.assign(window, { followed });
  document.addEventListener('focusin', ({ target }) => {
    followed.order.push(controls.indexOf(target as HTMLElement));
  });
  return controls.length;
}

/** What it noted, and whether the last of them has let the focus go. */
export function followedFocus(): { order: number[]; isLeft: boolean } {
  const { controls, order } = (window as unknown as Followed).followed;
  const isLeft = document.activeElement !== controls.at(-1);
  return { order: order.slice(0, controls.length), isLeft };
}

/** Controls that have the focus without showing it, or while something hides them. */
export async function lostFocus(): Promise<string[]> {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button:not([disabled]), input:not([type=hidden], [disabled]), select, textarea, summary, [tabindex="0"]',
    ),
  ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  /**
   * The middle of each part that is in view: an element broken over lines has a box a line, and
   * Firefox scrolls to no element of which it shows a part.
   */
  const inView = (element: HTMLElement) =>
    [...element.getClientRects()]
      .map(({ left, top, right, bottom }) => ({
        x: [Math.max(left, 0), Math.min(right, innerWidth)] as const,
        y: [Math.max(top, 0), Math.min(bottom, innerHeight)] as const,
      }))
      .filter(({ x, y }) => x[1] - x[0] > 1 && y[1] - y[0] > 1)
      .map(({ x, y }) => [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2] as const);
  const forced = matchMedia('(forced-colors: active)').matches;
  const fault = async (element: HTMLElement) => {
    element.focus();
    if (document.activeElement !== element) return 'takes no focus';
    const { outlineStyle, outlineWidth, color, backgroundColor } = getComputedStyle(element);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return 'has no outline';
    const colours = `${color} on ${backgroundColor}`;
    // Forced colours are the reader's own; else no component's colours may win over the focus's.
    if (!forced && colours !== 'rgb(0, 0, 0) on rgb(255, 212, 61)')
      return `is ${colours}, not black on yellow`;
    // WebKit scrolls to what has the focus some frames later.
    for (let frame = 0; frame < 20 && inView(element).length === 0; frame += 1)
      await new Promise(requestAnimationFrame);
    const points = inView(element);
    if (points.length === 0) return 'is out of view';
    const covers = points
      .map(([x, y]) => document.elementFromPoint(x, y))
      .filter((seen) => !element.contains(seen) && !seen?.contains(element));
    return covers.map((cover) => `is hidden by ${cover?.tagName.toLowerCase() ?? 'nothing'}`)[0];
  };
  const found: string[] = [];
  for (const element of controls) {
    const why = await fault(element);
    if (why) found.push(`${element.tagName.toLowerCase()} ${element.innerText}: ${why}`);
  }
  return found;
}
