/** `content/security.txt`: where to report a vulnerability, in the form of RFC 9116. */
import { problemIn, type Problem } from '#model/problem.ts';

export const SECURITY_FILE = 'security.txt';

const LINE = /^(?:#.*|\s*|[A-Za-z][A-Za-z-]*: \S.*)$/;
const WAY = /^(?:https:\/\/|mailto:|tel:)\S+$/;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

export function securityProblems(text: string): Problem[] {
  const problems: Problem[] = [];
  const add = (field: string, found: string | undefined, expected: string) =>
    problems.push(problemIn(SECURITY_FILE, field, found, expected));
  const lines = text.split('\n');
  const valuesOf = (name: string) =>
    lines.flatMap((line) => (line.toLowerCase().startsWith(name) ? line.slice(name.length) : []));
  const odd = lines.findIndex((line) => !LINE.test(line));
  const contacts = valuesOf('contact: ');
  const wrong = contacts.find((contact) => !WAY.test(contact));
  const expires = valuesOf('expires: ').join('、');
  if (odd >= 0)
    add(`${String(odd + 1)}行目`, lines[odd], '「Contact: mailto:…」のような形（RFC 9116）');
  else if (wrong !== undefined || contacts.length === 0)
    add('Contact', wrong, 'https:// か mailto: か tel: で始まる連絡先');
  if (odd < 0 && !DATE.test(expires))
    add('Expires', expires || undefined, 'いつまで有効か、一つだけ（例: 2030-03-31T15:00:00Z）');
  return problems;
}
