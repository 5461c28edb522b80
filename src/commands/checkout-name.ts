/**
 * Stops a command where a folder has a name that Node or Vite cannot load modules from. Imported
 * first, and imports nothing of the project: in such a checkout that would fail.
 */
const folders = [
  [process.cwd(), /[#?"*]/],
  // Astro loads the pages in it.
  [process.env.CONTENT_DIR ?? '', /[#?%]/],
] as const;

for (const [folder, signs] of folders) {
  const [sign] = signs.exec(folder) ?? [];
  if (sign === undefined) continue;
  console.error(
    `フォルダの名前に ${sign} があると組み立てられません。名前を変えるか、別の場所に移してください: ${folder}`,
  );
  process.exit(1);
}
