/** A page that is none of the site: of the CMS, or of what the content has to be mended in. */
export const plainPage = (title: string, content: string): string => `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
${content}
</html>
`;
