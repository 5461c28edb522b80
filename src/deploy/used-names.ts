/**
 * The names by which a style rule can reach a page: elements, classes, ids, attributes and their
 * values, those that its scripts may make among them. Texts count for nothing, so a page that merely
 * speaks of a `.button` keeps no rule for it.
 */
export interface UsedNames {
  elements: Set<string>;
  classes: Set<string>;
  ids: Set<string>;
  attributes: Set<string>;
  /** `name=value`. */
  values: Set<string>;
  /** Words that a script says in a string: elements, classes and ids that it may make. */
  said: Set<string>;
  /** Attributes that a script may set, to any value. */
  set: Set<string>;
  /** Whatever else looks like a name: custom properties, and all words of the page's scripts. */
  words: Set<string>;
}

const TAG = /<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** Text that is not markup, though it may look like it. */
const RAW = /(<(style|script)\b[^>]*>)[\s\S]*?<\/\2>/gi;
/** Attributes whose values no rule of a page's own styles asks for: they are long and all differ. */
const UNASKED = new Set(['class', 'href', 'content', 'd', 'datetime', 'title', 'alt', 'src']);

export const noNames = (): UsedNames => ({
  // The browser adds these elements and sets this attribute by itself.
  elements: new Set(['html', 'head', 'body', 'tbody']),
  classes: new Set(),
  ids: new Set(),
  attributes: new Set(['open']),
  values: new Set(),
  said: new Set(),
  set: new Set(),
  words: new Set(),
});

/** Adds to `names` what the pages use; `scripts` are the texts of the script files they load. */
export function addNames(
  names: UsedNames,
  pages: readonly string[],
  scripts: readonly string[] = [],
): void {
  // The same few tags stand on every page: each is read once.
  const tags = new Set<string>();
  for (const html of pages)
    for (const [tag] of html.replace(RAW, '$1').matchAll(TAG)) tags.add(tag);
  for (const tag of tags) addTag(names, tag);
  for (const script of scripts) addScript(names, script);
}

/** Within quotes, or between spaces that may be within quotes. */
const SAID = /(?<=["'`\s])[\w-]+(?=["'`\s])/g;
const DATASET = /\bdataset(?:\.|\[["'`])(\w+)/g;

function addScript(names: UsedNames, script: string): void {
  for (const [word] of script.matchAll(SAID)) names.said.add(word);
  for (const [word] of script.matchAll(/[\w-]+/g)) {
    names.words.add(word);
    names.set.add(word);
    // ariaExpanded is aria-expanded, dataset.goalNumber is data-goal-number.
    if (word.startsWith('aria')) names.set.add(`aria-${word.slice(4).toLowerCase()}`);
  }
  for (const [, name = ''] of script.matchAll(DATASET))
    names.set.add(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}

function addTag(names: UsedNames, tag: string): void {
  const [, element = '', attributes = ''] = /^<([^\s/>]+)([^]*)>$/.exec(tag) ?? [];
  names.elements.add(element.toLowerCase());
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? '';
    const attribute = name.toLowerCase();
    names.attributes.add(attribute);
    if (attribute === 'class') for (const token of value.split(/\s+/)) names.classes.add(token);
    else if (attribute === 'id') names.ids.add(value);
    if (!UNASKED.has(attribute)) names.values.add(`${attribute}=${value}`);
    if (value.includes('var('))
      for (const word of value.match(/--[\w-]+/g) ?? []) names.words.add(word);
  }
}
