/**
 * Stops a command in a checkout whose folder has a name that Node or Vite cannot load modules from.
 * Imported first, and imports nothing of the project: in such a folder that would fail.
 */
const [sign] = /[#?"*]/.exec(process.cwd()) ?? [];
if (sign) {
  console.error(
    `フォルダの名前に ${sign} があると組み立てられません。名前を変えるか、別の場所に移してください: ${process.cwd()}`,
  );
  process.exit(1);
}
