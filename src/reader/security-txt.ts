/** `content/security.txt`: where to report a vulnerability, in the form of RFC 9116. */
import { quote, type Problem } from '#model/problem.ts';

export const SECURITY_FILE = 'security.txt';

const FIELD = /^([A-Za-z][A-Za-z-]*): (\S.*)$/;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const WAY = /^(?:https:\/\/|mailto:|tel:)\S+$/;

export function securityProblems(text: string): Problem[] {
  const problem = (field: string, found: string | undefined, expected: string): Problem[] => [
    { file: SECURITY_FILE, field, found: quote(found), expected },
  ];
  const fields: [name: string, value: string][] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    if (name === '')
      return problem(
        `${String(index + 1)}行目`,
        line,
        '「Contact: mailto:…」のような形（RFC 9116）',
      );
    fields.push([name.toLowerCase(), value]);
  }
  const all = (wanted: string) => fields.flatMap(([name, value]) => (name === wanted ? value : []));
  const contacts = all('contact');
  const wrong = contacts.find((contact) => !WAY.test(contact));
  const [expires, ...more] = all('expires');
  return [
    ...(wrong === undefined && contacts.length > 0
      ? []
      : problem('Contact', wrong, 'https:// か mailto: か tel: で始まる連絡先')),
    ...(expires !== undefined && DATE.test(expires) && more.length === 0
      ? []
      : problem(
          'Expires',
          more.length > 0 ? [expires, ...more].join('、') : expires,
          'いつまで有効か、一つだけ（例: 2030-03-31T15:00:00Z）',
        )),
  ];
}
