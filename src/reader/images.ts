/** The images beside the words: which file one may be, and whether it can be shown. */
import path from 'node:path';
import { folders } from '#model/collections.ts';
import { problemIn, type Problem } from '#model/problem.ts';

const IMAGE = /\.(?:png|jpe?g|webp)$/;

/** Whether a path inside `content/` is that of an image: beside a file that has a body. */
export const isImage = (file: string): boolean =>
  IMAGE.test(file) &&
  Object.values(folders).some(
    ({ body, path: form }) => body !== 'none' && form.test(file.replace(IMAGE, '.mdx')),
  );

/** The path of the image that the body of `file` calls `./name.png`, if it is among `files`. */
export const imageFileOf =
  (file: string, files: ReadonlySet<string>) =>
  (name: string): string | undefined => {
    const found = path.posix.join(path.posix.dirname(file), name);
    return name === `./${path.posix.basename(name)}` && isImage(found) && files.has(found)
      ? found
      : undefined;
  };

/** An image as it may be published whole: upright, without what a camera noted in it (the place). */
export async function withoutNotes(file: string): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(file).rotate().toBuffer();
}

/** An image that is cut off or is none: decoded here, so that no step of the build fails on it. */
export async function imageProblems(file: string, bytes: Uint8Array): Promise<Problem[]> {
  // Native code: loaded only for a plan that has images.
  const { default: sharp } = await import('sharp');
  try {
    await sharp(bytes, { failOn: 'truncated' }).resize(1).raw().toBuffer();
    return [];
  } catch {
    const found = `${path.posix.extname(file).slice(1)} として読めない`;
    const expected = '壊れていない画像（png、jpg、webp）。もとの画像から写し直す';
    return [problemIn(file, '画像', found, expected)];
  }
}
