/**
 * The success criteria of JIS X 8341-3:2016 (WCAG 2.0, levels A and AA), and what decides each: `tests`
 * names checks of the accessibility report, which prove the whole of it, or with `person` a part, as
 * only a person can say the rest. What matches `absent` stands on no page, which a test holds: the
 * criterion does not apply.
 */
import type { Accessibility } from './accessibility.ts';

export interface Criterion {
  id: string;
  level: 'A' | 'AA';
  name: string;
  tests?: readonly (keyof typeof CHECKS)[];
  /** Why a person has to say it; in Japanese, for the statement. */
  person?: string;
  /** A CSS selector. */
  absent?: string;
}

/** The checks of the report, and the tests that they count: a file, or of `pages.spec.ts` a tag. */
export const CHECKS = {
  axe: 'tests/browser/pages.spec.ts',
  layout: 'tests/browser/pages.spec.ts',
  keyboard: 'tests/browser/pages.spec.ts',
  'no-script': 'tests/browser/pages.spec.ts',
  print: 'tests/browser/pages.spec.ts',
  search: 'tests/browser/search.spec.ts',
  html: 'tests/site/html.test.ts',
  names: 'tests/site/accessibility.test.ts',
  contrast: 'tests/unit/contrast.test.ts',
  'screen-reader': 'tests/all/screen-reader/pages.test.ts',
} as const;

const MEDIA = 'audio, video, object, embed, iframe, canvas';
/** Fields that can be filled in wrongly. */
const DEMANDING = '[required], [pattern], [aria-invalid], [type=email], [type=number]';

export const CRITERIA: readonly Criterion[] = [
  {
    id: '1.1.1',
    level: 'A',
    name: '非テキストコンテンツ',
    tests: ['axe', 'names', 'screen-reader'],
  },
  { id: '1.2.1', level: 'A', name: '音声だけ及び映像だけ（収録済み）', absent: MEDIA },
  { id: '1.2.2', level: 'A', name: 'キャプション（収録済み）', absent: MEDIA },
  {
    id: '1.2.3',
    level: 'A',
    name: '音声解説又はメディアに対する代替コンテンツ（収録済み）',
    absent: MEDIA,
  },
  { id: '1.2.4', level: 'AA', name: 'キャプション（ライブ）', absent: MEDIA },
  { id: '1.2.5', level: 'AA', name: '音声解説（収録済み）', absent: MEDIA },
  {
    id: '1.3.1',
    level: 'A',
    name: '情報及び関係性',
    tests: ['axe', 'html', 'names', 'screen-reader'],
    person: '見た目だけで示した構造が残っていないかは、ページを目で見る人にしか言えません',
  },
  { id: '1.3.2', level: 'A', name: '意味のある順序', tests: ['layout', 'screen-reader'] },
  {
    id: '1.3.3',
    level: 'A',
    name: '感覚的な特徴',
    person: '文の指示が形や位置だけに頼っていないかは、文の意味を読む人にしか言えません',
  },
  {
    id: '1.4.1',
    level: 'A',
    name: '色の使用',
    tests: ['axe'],
    person: '色の違いだけが何かを伝えていないかは、色の意味を読みとる人にしか言えません',
  },
  { id: '1.4.2', level: 'A', name: '音声の制御', absent: MEDIA },
  { id: '1.4.3', level: 'AA', name: 'コントラスト（最低限レベル）', tests: ['axe', 'contrast'] },
  { id: '1.4.4', level: 'AA', name: 'テキストのサイズ変更', tests: ['layout'] },
  {
    id: '1.4.5',
    level: 'AA',
    name: '文字画像',
    absent: 'img:not([alt=""]), svg text, canvas, [type=image]',
  },
  { id: '2.1.1', level: 'A', name: 'キーボード', tests: ['keyboard', 'search'] },
  { id: '2.1.2', level: 'A', name: 'キーボードトラップなし', tests: ['keyboard'] },
  { id: '2.2.1', level: 'A', name: 'タイミング調整可能', absent: `[http-equiv=refresh], ${MEDIA}` },
  { id: '2.2.2', level: 'A', name: '一時停止、停止及び非表示', absent: `marquee, blink, ${MEDIA}` },
  { id: '2.3.1', level: 'A', name: '3回のせん(閃)光、又はいき(閾)値以下', absent: MEDIA },
  { id: '2.4.1', level: 'A', name: 'ブロックスキップ', tests: ['axe', 'keyboard'] },
  { id: '2.4.2', level: 'A', name: 'ページタイトル', tests: ['axe', 'html', 'names'] },
  { id: '2.4.3', level: 'A', name: 'フォーカス順序', tests: ['keyboard'] },
  {
    id: '2.4.4',
    level: 'A',
    name: 'リンクの目的（コンテキスト内）',
    tests: ['axe', 'names', 'screen-reader'],
  },
  { id: '2.4.5', level: 'AA', name: '複数の手段', tests: ['names', 'search'] },
  {
    id: '2.4.6',
    level: 'AA',
    name: '見出し及びラベル',
    tests: ['axe', 'names', 'screen-reader'],
    person: '見出しとラベルが中身をよく表しているかは、両方を読む人にしか言えません',
  },
  { id: '2.4.7', level: 'AA', name: 'フォーカスの可視化', tests: ['keyboard'] },
  { id: '3.1.1', level: 'A', name: 'ページの言語', tests: ['axe', 'html'] },
  { id: '3.1.2', level: 'AA', name: '一部分の言語', tests: ['names'] },
  { id: '3.2.1', level: 'A', name: 'フォーカス時', tests: ['keyboard'] },
  { id: '3.2.2', level: 'A', name: '入力時', tests: ['keyboard', 'search'] },
  { id: '3.2.3', level: 'AA', name: '一貫したナビゲーション', tests: ['names'] },
  { id: '3.2.4', level: 'AA', name: '一貫した識別性', tests: ['names'] },
  { id: '3.3.1', level: 'A', name: 'エラーの特定', absent: DEMANDING },
  { id: '3.3.2', level: 'A', name: 'ラベル又は説明', tests: ['axe', 'names', 'screen-reader'] },
  { id: '3.3.3', level: 'AA', name: 'エラー修正の提案', absent: DEMANDING },
  {
    id: '3.3.4',
    level: 'AA',
    name: 'エラー回避（法的、金融及びデータ）',
    absent: '[method=post], [type=password]',
  },
  { id: '4.1.1', level: 'A', name: '構文解析', tests: ['html'] },
  {
    id: '4.1.2',
    level: 'A',
    name: '名前（name）・役割（role）及び値（value）',
    tests: ['axe', 'names', 'screen-reader'],
  },
];

export type Result = 'conforms' | 'fails' | 'notApplicable' | 'unverified';

/** What the recorded run says of a criterion; a check that it does not hold verifies nothing. */
export function resultOf(
  { tests = [], person, absent }: Criterion,
  report: Accessibility | undefined,
): Result {
  if (absent !== undefined) return 'notApplicable';
  const found = tests.map((id) => report?.checks.find((check) => check.id === id));
  if (found.some((check) => check && check.failed > 0)) return 'fails';
  const isProven = person === undefined && found.every((check) => check && check.tests > 0);
  return isProven ? 'conforms' : 'unverified';
}
