/** Paragraphs as the body of a content file that says exactly their words. */
import { paragraphsOf, parseBody } from '#text/body.ts';

/** `・` begins an item of a list. */
export function markdownOf(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text, index) => {
      const item = text.startsWith('・');
      const before = paragraphs[index - 1]?.startsWith('・') ?? item;
      const gap = index === 0 ? '' : item && before ? '\n' : '\n\n';
      return gap + (item ? `- ${exact(text.slice(1).trim())}` : exact(text));
    })
    .join('');
}

/** As it is written, or with the signs of Markdown, or all signs, taken as signs. */
function exact(text: string): string {
  const says = (markdown: string) => {
    const { body, faults } = parseBody(markdown);
    return (
      faults.length === 0 && body[0]?.type === 'paragraph' && paragraphsOf(body).join('\n') === text
    );
  };
  const escaped = (signs: RegExp) => text.replaceAll(signs, '\\$&');
  const every = escaped(/[!-/:-@[-`{-~]/gu);
  return [text, escaped(/[\\`*_{}[\]<>#~|]/gu)].find(says) ?? every;
}
