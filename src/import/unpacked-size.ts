/** Whether a ZIP archive unpacks to an acceptable size. */

const END = Buffer.from('PK\u0005\u0006');
/** A flag of an entry: its sizes stand behind it, too. */
const SIZES_BEHIND = 8;

/**
 * By its directory: hucre unpacks no entry beyond the size that it claims. False where an entry
 * claims none, so that hucre would go by another size, and where the directory cannot be read.
 */
export function unpacksWithin(archive: Buffer, limit: number): boolean {
  const word = (place: number) => archive.readUInt16LE(place);
  const long = (place: number) => archive.readUInt32LE(place);
  try {
    const end = archive.lastIndexOf(END, archive.length - 22);
    let entry = long(end + 16);
    let total = 0;
    for (let count = word(end + 10); count > 0; count -= 1) {
      const [packed, unpacked] = [long(entry + 20), long(entry + 24)];
      if (packed > 0 ? unpacked === 0 : (word(entry + 8) & SIZES_BEHIND) > 0) return false;
      total += unpacked;
      entry += 46 + word(entry + 28) + word(entry + 30) + word(entry + 32);
    }
    return end >= 0 && total <= limit;
  } catch {
    return false;
  }
}
