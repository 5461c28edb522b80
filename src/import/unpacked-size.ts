/** Whether a ZIP archive unpacks to an acceptable size, whatever its directory claims. */
import { inflateRawSync } from 'node:zlib';

const ENTRY = Buffer.from('PK\u0001\u0002');
const END = Buffer.from('PK\u0005\u0006');
const STORED = 0;

/**
 * Unpacks each entry within what is left of `limit` bytes. False where the whole is larger, where
 * the directory cannot be read, or where entries share bytes of the archive.
 */
export function unpacksWithin(archive: Buffer, limit: number): boolean {
  const word = (place: number) => archive.readUInt16LE(place);
  const long = (place: number) => archive.readUInt32LE(place);
  let left = limit;
  let packed = 0;
  try {
    const end = archive.lastIndexOf(END);
    let entry = long(end + 16);
    for (let count = word(end + 10); count > 0; count -= 1) {
      if (archive.indexOf(ENTRY, entry) !== entry) return false;
      const size = long(entry + 20);
      const header = long(entry + 42);
      const start = header + 30 + word(header + 26) + word(header + 28);
      packed += size;
      if (packed > archive.length) return false;
      const data = archive.subarray(start, start + size);
      const maxOutputLength = Math.max(1, left);
      left -=
        word(entry + 10) === STORED
          ? data.length
          : inflateRawSync(data, { maxOutputLength }).length;
      if (left < 0) return false;
      entry += 46 + word(entry + 28) + word(entry + 30) + word(entry + 32);
    }
    return end >= 0;
  } catch {
    return false;
  }
}
