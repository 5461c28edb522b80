/** A tag, or a whole `<style>` or `<script>`, whose text is no markup. */
const TAG =
  /(<(style|script)\b(?:[^"'>]|"[^"]*"|'[^']*')*>)([\s\S]*?<\/\2>)|<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;

/**
 * Escapes `<` and `>` in the values of attributes, where HTML allows them as they are: what reads
 * the page by its tags then takes no published word (`<style>`, `<script>`) for one.
 */
export function withPlainAttributes(html: string): string {
  const plain = (tag: string) =>
    tag.replace(/"[^"]*"|'[^']*'/g, (value) =>
      value.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    );
  return html.replace(TAG, (found: string, open?: string, _name?: string, rest?: string) =>
    open === undefined ? plain(found) : plain(open) + (rest ?? ''),
  );
}
