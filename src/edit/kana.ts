/** A draft of the reading that a form left empty. */
import { toKana, type Readings } from '#model/reading.ts';
import { withDrafts } from './drafts.ts';

/** Fills `kana` from `name`, in place; says so, because a person has to confirm it. */
export async function kanaDraft(
  value: Record<string, unknown>,
  readings: Readings,
): Promise<string | undefined> {
  const { name, kana } = value;
  if (kana !== '' || typeof name !== 'string' || name === '') return undefined;
  value.kana = toKana(name, await withDrafts(name, readings));
  return 'まだ保存していません。読みの下書きを入れました。正しい読みか確かめてから、もう一度保存してください。';
}
