/** What people call each kind of file. */
import type { FolderName } from '#model/collections.ts';

export const FOLDER_NAMES: Readonly<Record<FolderName, string>> = {
  policy: '計画そのもの',
  parts: '部',
  goals: '目標',
  principles: '組織運営の考え方',
  programmes: '事業',
  sections: '課',
  pledges: '取組目標',
  pages: 'ページ',
};

/** The YAML files that are written by hand. */
export const YAML_NAMES: Readonly<Record<string, string>> = {
  'corrections.yaml': '訂正の記録',
  'readings.yaml': '漢字の読み',
  'keywords.yaml': 'ふだんのことば（検索の関連語）',
  'redirects.yaml': '移ったアドレス',
  'archive.yaml': 'ほかの年度の計画',
  'source.yaml': 'もとになった原文',
  'terms.yaml': '画面での呼び方',
};
