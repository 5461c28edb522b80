/** Whether a ZIP archive unpacks to an acceptable size, whatever its directory claims. */
import { inflateRawSync } from 'node:zlib';

const ENTRY = signature('\u0001\u0002');
const END = signature('\u0005\u0006');
const STORED = 0;

function signature(bytes: string): Buffer {
  return Buffer.from(`PK${bytes}`, 'latin1');
}

/**
 * Unpacks each entry within what is left of `limit` bytes. False where the whole is larger, where
 * the directory cannot be read, or where entries share bytes of the archive.
 */
export function unpacksWithin(archive: Buffer, limit: number): boolean {
  let left = limit;
  let packed = 0;
  try {
    const end = archive.lastIndexOf(END);
    if (end < 0) return false;
    let entry = archive.readUInt32LE(end + 16);
    for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (archive.indexOf(ENTRY, entry) !== entry) return false;
      const method = archive.readUInt16LE(entry + 10);
      const size = archive.readUInt32LE(entry + 20);
      const header = archive.readUInt32LE(entry + 42);
      const start =
        header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      packed += size;
      if (packed > archive.length) return false;
      const data = archive.subarray(start, start + size);
      left -=
        method === STORED
          ? data.length
          : inflateRawSync(data, { maxOutputLength: Math.max(1, left) }).length;
      if (left < 0) return false;
      entry +=
        46 +
        archive.readUInt16LE(entry + 28) +
        archive.readUInt16LE(entry + 30) +
        archive.readUInt16LE(entry + 32);
    }
    return true;
  } catch {
    return false;
  }
}
