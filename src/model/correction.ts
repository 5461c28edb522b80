import { z } from 'zod';
import { id, listOf, ordinal, percent, objectOf, words } from './fields.ts';

const line = ordinal.describe('原文の行番号');
const file = z
  .string({ error: 'content/ の中のファイル名' })
  .min(1, { error: 'content/ の中のファイル名' })
  .describe('そのことばがあるファイル');
const reading = z
  .string({ error: '原文または表示の文字列' })
  .regex(/^[^\n]*$/, { error: '改行のない文字列' });
const base = {
  id: id.describe('短いローマ字の名前'),
  source: reading.describe('原文のことば'),
  shown: reading.describe('サイトでのことば'),
  reason: words.describe('理由。読む人にわかる文で'),
  confidence: percent.describe('表示が印刷物のとおりである見込み（0から100）'),
};

/** A place where a rule applies; `line` counts from 1 in the source transcription. */
const place = objectOf({ line, source: reading, shown: reading });

/** The words differ from the source. */
const corrected = objectOf({
  ...base,
  status: z.literal('corrected').describe('直した'),
  line,
  file,
});
/** Doubtful, shown as the source has it. */
const flagged = objectOf({
  ...base,
  status: z.literal('flagged').describe('疑わしいが原文のまま'),
  line,
  file,
});
/** Applied everywhere; `places` lists each one that is not a matter of layout alone. */
const rule = objectOf({
  ...base,
  status: z.literal('rule').describe('全体に当てはめた決まり'),
  places: listOf(place, '適用箇所', 0).describe('当てはめた箇所'),
});

/** One row of the ledger of what differs from the source transcription. */
export const correctionSchema = z
  .discriminatedUnion('status', [corrected, flagged, rule], {
    error: 'status は corrected、flagged、rule のどれか',
  })
  .refine(
    (row) => row.status === 'rule' || (row.source === row.shown) === (row.status === 'flagged'),
    {
      error: 'corrected は source と shown が違い、flagged は同じであること',
      path: ['shown'],
    },
  );

export const correctionsSchema = z.array(correctionSchema, { error: '訂正の一覧' });

export type Correction = z.infer<typeof correctionSchema>;
export type WordCorrection = Extract<Correction, { status: 'corrected' | 'flagged' }>;
