/** `content/security.txt`: where to report a vulnerability, in the form of RFC 9116. */
import { quote, type Problem } from '#model/problem.ts';

export const SECURITY_FILE = 'security.txt';

const LINE = /^(?:#.*|\s*|[A-Za-z][A-Za-z-]*: \S.*)$/;
const WAY = /^(?:https:\/\/|mailto:|tel:)\S+$/;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

export function securityProblems(text: string): Problem[] {
  const problem = (field: string, found: string | undefined, expected: string): Problem[] => [
    { file: SECURITY_FILE, field, found: quote(found), expected },
  ];
  const lines = text.split('\n');
  const odd = lines.findIndex((line) => !LINE.test(line));
  if (odd >= 0)
    return problem(
      `${String(odd + 1)}行目`,
      lines[odd],
      '「Contact: mailto:…」のような形（RFC 9116）',
    );
  const valuesOf = (name: string) =>
    lines
      .filter((line) => line.toLowerCase().startsWith(name))
      .map((line) => line.slice(name.length));
  const contacts = valuesOf('contact: ');
  const isWay = (contact: string) => WAY.test(contact);
  const expires = valuesOf('expires: ').join('、') || undefined;
  return [
    ...(contacts.length > 0 && contacts.every(isWay)
      ? []
      : problem(
          'Contact',
          contacts.find((contact) => !isWay(contact)),
          'https:// か mailto: か tel: で始まる連絡先',
        )),
    ...(DATE.test(expires ?? '')
      ? []
      : problem('Expires', expires, 'いつまで有効か、一つだけ（例: 2030-03-31T15:00:00Z）')),
  ];
}
