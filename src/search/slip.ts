/** Slips of the hand: one kana too many, too few, wrong or swapped; a kanji of the same sound. */
import type { Doc } from './doc.ts';
import { printed } from './evidence.ts';
import { fold, isKana, type Script } from './fold.ts';
import { HALF_TYPED } from './half.ts';
import { hit, sorted, type Hit } from './hit.ts';
import { HOMOPHONES } from './homophones.ts';
import type { Query } from './query.ts';
import { answer, inTime } from './rank.ts';

const KIN = new Map<string, string>();
for (const group of HOMOPHONES.replaceAll(/\\\n/g, '').split(/\s+/))
  for (const char of group) KIN.set(char, (KIN.get(char) ?? '') + group);

/** Spellings of one word that no folding joins. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['子供', '子ども', 'こども'],
  ['障がい', '障碍', '障害'],
  ['取組', '取り組み', '取組み'],
  ['引越', '引越し', '引っ越し', '引っ越'],
  ['手続', '手続き'],
  ['申込', '申し込み', '申込み'],
  ['車椅子', '車いす', '車イス'],
  ['挨拶', 'あいさつ'],
  ['一人暮らし', 'ひとり暮らし', '独り暮らし'],
  ['町作り', 'まちづくり', '街づくり', '町づくり', '街作り'],
  ['祭り', 'まつり', '祭'],
  ['蛍', 'ほたる'],
];

/** What answers if nothing fits as typed: other spellings, then slips of the hand. */
export function answerDespiteSlips(docs: readonly Doc[], query: Query): Hit[] {
  const { whole } = query;
  const plain = whole.replaceAll(new RegExp(HALF_TYPED, 'gu'), '');
  const half = plain !== whole && plain !== '';
  const slips = sorted(
    inTime(docs, query).flatMap((doc): Hit[] => {
      const meant = slipped(doc, half ? plain : whole);
      return meant === undefined ? [] : [hit(doc, 'slip', 1 + printed(doc, meant), [meant])];
    }),
  );
  for (const word of otherSpellings(whole)) {
    const found = answer(docs, asked(query, word));
    if (found.length > 0) return found;
  }
  if (slips.length > 0 || !half) return slips;
  return answer(docs, asked(query, plain)).map((one) => ({ ...one, tier: 'slip' }));
}

function asked({ months }: Query, word: string): Query {
  const scripts = word.split('').map((char): Script => (isKana(char) ? 'h' : 'c'));
  return {
    months,
    whole: word,
    groups: [{ text: word, scripts, runs: [{ text: word, from: 0, weight: 1 }] }],
  };
}

/** The word in its other spellings, itself not among them. All are folded. */
export function otherSpellings(word: string): string[] {
  const found = new Set<string>();
  for (const group of SPELLINGS)
    for (const spelling of group) {
      const folded = fold(spelling);
      if (word.includes(folded))
        for (const other of group) found.add(word.replace(folded, fold(other)));
    }
  found.delete(word);
  return [...found];
}

/** Whether a word of the record is the typed one but for one slip. Short words are never. */
export function slipped(doc: Doc, typed: string): string | undefined {
  const fields = [...doc.titles, doc.heads, doc.words];
  if (isKana(typed)) {
    if (typed.length < 4) return undefined;
    for (const { kana, edges } of fields)
      for (let at = 0; at < kana.length; at++)
        if (edges[at])
          for (let to = at + typed.length - 1; to <= at + typed.length + 1; to++)
            if (edges[to] && nearly(kana.slice(at, to), typed)) return kana.slice(at, to);
    return doc.keywords.find(({ kana }) => nearly(kana, typed))?.literal;
  }
  if (typed.length < 3) return undefined;
  for (const { literal } of [...fields, ...doc.keywords])
    for (let at = 0; at + typed.length <= literal.length; at++) {
      const there = literal.slice(at, at + typed.length);
      if (sameButKin(there, typed)) return there;
    }
  return undefined;
}

/** One edit apart, the first kana being right in short words. */
export function nearly(a: string, b: string): boolean {
  // More at the end is another word, or one not yet typed out.
  if (a.startsWith(b) || b.startsWith(a) || Math.abs(a.length - b.length) > 1) return false;
  if (Math.min(a.length, b.length) < 5 && a[0] !== b[0]) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

function sameButKin(there: string, typed: string): boolean {
  let slips = 0;
  for (let i = 0; i < typed.length; i++) {
    if (there[i] === typed[i]) continue;
    if (!KIN.get(typed[i] ?? '')?.includes(there[i] ?? ' ')) return false;
    if (++slips > 1) return false;
  }
  return slips === 1;
}
