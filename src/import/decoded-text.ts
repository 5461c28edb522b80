/** The text of a file, in whichever of the usual encodings it was saved. */
import { Refusal } from '#model/problem.ts';

const ENCODINGS = ['utf-8', 'shift_jis'] as const;

/** UTF-8, UTF-16 in either order, or Shift_JIS. Throws a {@link Refusal} for anything else. */
export function decodedText(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ENCODINGS)
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      continue;
    }
  throw new Refusal(
    `${file} の文字を読めません。UTF-8、UTF-16、Shift_JIS のどれかで保存し直してください。`,
  );
}
