/** HTML from templates: what is put in is escaped, unless it is HTML itself. */
import { escape } from '#text/escape.ts';

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | false | undefined | null | readonly Value[];

export function markup(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.map((part, index) => part + written(values[index])).join(''));
}

function written(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object' && value !== null) return value.map(written).join('');
  if (value === false || value === undefined || value === null) return '';
  return escape(String(value));
}
