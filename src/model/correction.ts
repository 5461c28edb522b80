import { z } from 'zod';
import { date, id, listOf, objectOf, ordinal, percent, text, words } from './fields.ts';

const line = ordinal
  .describe('原文の行番号')
  .meta({ header: '原文の行', meaning: '原文の書き起こしの行番号（1から）' });
const file = z
  .string({ error: 'content/ の中のファイル名' })
  .min(1, { error: 'content/ の中のファイル名' })
  .describe('そのことばがあるファイル')
  .meta({ header: 'ファイル', meaning: 'その言葉がある content/ の中のファイル', names: 'files' });
const reading = text(/^[^\n]*$/, '改行のない文字列', '原文または表示の文字列');
const status = <Value extends string>(value: Value, label: string) =>
  z
    .literal(value)
    .describe(label)
    .meta({ header: '種別', meaning: '直した／そのまま示した／全体の決まり' });

const ledgerId = id
  .describe('短いローマ字の名前')
  .meta({ header: 'id', meaning: '訂正の記録のid' });
const rest = {
  source: reading.describe('原文のことば').meta({ header: '原文', meaning: '原文の書き方' }),
  shown: reading
    .describe('サイトでのことば')
    .meta({ header: '表示', meaning: 'このサイトの書き方' }),
  reason: words.describe('理由。読む人にわかる文で').meta({ meaning: 'そうした理由' }),
  confidence: percent
    .describe(
      '判断が正しい見込み（0から100）。直したなら直し方、直さないなら原本もこのとおりであること',
    )
    .meta({ header: '確からしさ（％）', meaning: '判断の確からしさ（0から100）' }),
  date: date
    .describe('日付。この記録を書いた日（例: 2000-01-31）。フィードに出る')
    .meta({ meaning: 'この記録を書いた日（年-月-日）' })
    .optional(),
};

/** A place where a rule applies; `line` counts from 1 in the source transcription. */
const place = objectOf({
  line: line.meta({ header: '適用箇所の行', meaning: '決まりを当てはめた行（欄の中で改行）' }),
  source: reading.describe('原文のことば').meta({
    header: '適用箇所の原文',
    meaning: 'それぞれの原文（欄の中で改行）',
  }),
  shown: reading.describe('サイトでのことば').meta({
    header: '適用箇所の表示',
    meaning: 'それぞれの表示（欄の中で改行）',
  }),
});

const wordRow = <Value extends string>(value: Value, label: string) =>
  objectOf({ status: status(value, label), id: ledgerId, line, file, ...rest });
/** The words differ from the source. */
const corrected = wordRow('corrected', '直した');
/** Doubtful, shown as the source has it. */
const flagged = wordRow('flagged', 'そのまま示した');
/** Applied everywhere; `places` lists each one that is not a matter of layout alone. */
const rule = objectOf({
  status: status('rule', '全体の決まり'),
  id: ledgerId,
  ...rest,
  places: listOf(place, '適用箇所', 0).describe('当てはめた箇所').default([]),
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
