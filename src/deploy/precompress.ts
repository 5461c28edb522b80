/** Compressed copies beside the files, so that a server has nothing to compute. */
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Writes `file.br` and `file.gz`, or those of `codings`, where they save a tenth. PRECOMPRESS=0 makes
 * none.
 */
export async function precompress(
  file: string,
  bytes: Buffer,
  codings: readonly ('br' | 'gz')[] = ['br', 'gz'],
): Promise<void> {
  if (bytes.length < 256 || process.env.PRECOMPRESS === '0') return;
  // Clearing a window larger than the file costs more than compressing it.
  const window = Math.min(22, Math.max(14, Math.ceil(Math.log2(bytes.length))));
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: window,
  };
  for (const coding of codings) {
    const copy = await (coding === 'br'
      ? promisify(brotliCompress)(bytes, { params })
      : promisify(gzip)(bytes, { level: 9 }));
    if (copy.length < bytes.length * 0.9) await writeFile(`${file}.${coding}`, copy);
  }
}
