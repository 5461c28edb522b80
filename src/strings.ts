import { endOf } from '#model/fiscal-year.ts';
import { planName, pledgeTitle, type Goal, type Plan, type Pledge } from '#model/plan.ts';
import { exampleTopic } from '#model/topics.ts';

/** Bytes in thousands, as browsers tell a download. */
const kilobytes = (bytes: number) =>
  `${(bytes / 1000).toLocaleString('ja-JP', { maximumFractionDigits: bytes < 10_000 ? 1 : 0 })}KB`;

const longDate = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'UTC' });

/** The meanings of the marks that are shown. */
const meaningsOf = (marks: ReadonlySet<string>, meanings: Record<string, string>) =>
  Object.entries(meanings).flatMap(([mark, meaning]) => (marks.has(mark) ? meaning : []));

/** Of the links to what stands before and after a noun. */
const pager = (noun: string) => ({
  around: `前後の${noun}`,
  previous: `前の${noun}`,
  next: `次の${noun}`,
});

/** Every label of the interface: what we add, apart from what the ward wrote. */
export const t = {
  skip: '本文へ',
  menu: '主なメニュー',
  otherYears: 'ほかの年度',
  here: '現在位置',
  home: 'ホーム',
  separator: '｜',
  /** One sentence in parts: a narrow screen shows those that are not long. */
  status: {
    unofficial: '非公式',
    copy: (name: string) => [
      { text: '非公式' },
      { text: `｜${name}`, kind: 'long' },
      { text: 'の写し' },
    ],
    official: (name: string) => [{ text: name, kind: 'long' }],
    runs: (span: string) => [{ text: `。計画期間は${span}です`, kind: 'long' }],
    over: (span: string, follows: boolean) => [
      { text: '。', kind: 'long' },
      { text: '計画期間', kind: follows ? 'next' : undefined },
      { text: `（${span}）`, kind: 'long' },
      { text: 'は終了' },
      { text: 'しています', kind: 'long' },
    ],
  },
  lastChange: (date: string) => `最終更新日 ${longDate.format(new Date(date))}`,
  contents: '目次',

  nav: {
    calendar: 'カレンダー',
    full: '全文',
    yomigana: 'ふりがな',
    search: '検索',
    corrections: '原文との違い',
    data: 'データ',
    accessibility: 'アクセシビリティ',
  },

  search: { label: '計画の中を検索', button: '検索', title: '検索' },
  ways: { calendar: 'いつ何があるか', full: '全文・印刷' },
  find: {
    filters: '絞り込み',
    kind: '種類',
    month: '月',
    mark: '印',
    plan: '計画',
    any: 'すべて',
    results: '検索結果',
    count: '{n}件',
    more: '続きを表示',
    waiting: '調べています…',
    failed: '検索用のファイルの一部を読み込めませんでした。まだすべては調べられていません。',
    retry: 'もう一度読み込む',
    none: ['「', '」は、見つかりませんでした。次のページもご覧ください。'],
    unknownPlan: ' は、ここからは調べられません。開いて、その中で検索してください。',
    line: 'ことばの一部が一致したもの',
    page: 'このサイトのページ',
    noneShort: '見つかりませんでした。',
    noneFiltered:
      'この絞り込みに当てはまるものはありません。条件を「すべて」に戻すと見つかることがあります。',
    labels: {
      slip: '似た言葉の結果',
      related: '関連語: {}',
      months: '{}月に当たる取組:',
    },
    join: '、',
    pageTitle: '「{q}」の検索結果',
    index: '項目の一覧',
    indexLead: '計画の言葉をすべて、種類ごとに並べました。',
    indexLeadShort: '計画の項目をすべて、種類ごとに並べました。',
    byKana: '五十音順',
    noScript:
      'お使いの環境では入力による検索が動きません。下の一覧から選ぶか、ブラウザーの「ページ内検索」をお使いください。',
    yomigana: 'ふりがな付きの全文',
  },
  yomigana: {
    title: 'ふりがな付きの全文',
    without: 'ふりがななし',
    spoken: {
      before: '読み上げでは、漢字とその読みが続けて読まれます。一度だけ聞くには、',
      link: 'ふりがなのない全文',
      after: 'をお使いください。',
    },
    chapter: (title: string) => `${title}（ふりがな付き）`,
    chapterLead: (title: string) => `「${title}」の言葉に、読み方を付けました。`,
    ...pager('章'),
    notes: '読み方について',
    lead: '計画の全部に、読み方を付けました。',
    leadPart: '漢字に読み方を付けました。まだ読み方のない漢字もあります。',
    either: (word: string, reading: string, also: string | undefined) =>
      also === undefined
        ? `「${word}」に「${reading}」と付けました。`
        : `「${word}」は「${reading}」と付けましたが、「${also}」かもしれません。`,
  },

  goal: pager('目標'),
  pledge: { planOf: (plan: string, period: string) => `${plan}（${period}）` },
  programme: {
    owners: '担当',
    ownedBy: (names: readonly string[]) => `担当: ${names.join('、')}`,
    activities: '取組',
    crossing: '年度の境（3月と4月の間）をまたぐ書き方です。どちらの年の3月かは原文にありません。',
    unplaced: '時期は書かれていますが、このサイトでは月に置いていません。',
    editorMonths: (months: readonly number[]) =>
      `編集者が付けた月: ${months.map((month) => `${String(month)}月`).join('、')}（原文に書かれた月ではありません）`,
  },
  calendar: {
    title: '年間カレンダー',
    lead: '原文に書かれた時期を、4月から3月の順に並べました。',
    table: '年間一覧',
    months: '月ごとの取組',
    overview: '年間一覧・印刷',
    continues: (count: number) => `前の月から続く取組 ${String(count)}件`,
    choose: '月を選ぶ',
    month: (month: number) => `${String(month)}月`,
    activity: '取組',
    empty: 'この月と書かれた取組はありません。',
    standing: '通年・随時・回数で書かれた取組',
    unplaced: '時期は書かれているが、月には置いていない取組',
    none: '時期の記載がない取組',
    year: (year: number) => `${String(year)}年`,
    legend: (marks: ReadonlySet<string>) => {
      const shown = meaningsOf(marks, {
        named: '●は書かれた月',
        planned: '○は「予定」と書かれた月',
        crossing: '△は年度の境（3月と4月の間）をまたぐ書き方の月',
        editor: '◇は編集者が付けた月',
      });
      return shown.length > 0 ? `${shown.join('、')}です。` : '';
    },
    /** Of the boxes of a strip: those that are filled, and those with a broken edge. */
    stripLegend: (marks: ReadonlySet<string>) => {
      const broken = meaningsOf(marks, {
        planned: '予定',
        crossing: '年度の境をまたぐ書き方',
        editor: '編集者が付けた月',
      });
      return `塗った月は書かれた月${broken.length > 0 ? `、点線の月は${broken.join('か')}` : ''}です。`;
    },
    marks: { named: '●', planned: '○', crossing: '△', editor: '◇' },
    cells: {
      named: (month: number) => `${String(month)}月`,
      planned: (month: number) => `${String(month)}月（予定）`,
      crossing: (month: number) => `${String(month)}月（年度の境をまたぐ）`,
      editor: (month: number) => `${String(month)}月（編集者が付けた月）`,
    },
    count: (count: number) => `${String(count)}件`,
    glance: '1年の流れ',
    poster: '印刷すると、この表のポスター（A4横）になります。',
  },
  full: {
    repeated: '（再掲）',
    image: (alt: string) => `［画像: ${alt}］`,
    title: '全文',
    lead: '計画のすべての言葉を、原文の順に並べました。',
    toc: '目次',
  },
  print: {
    title: '印刷する',
    sheet: '一枚にまとめて（A4）',
    small: '小さな文字で（A4）',
    large: '大きな文字で（12ポイント以上）',
    button: '印刷する',
    poster: '年間カレンダーのポスター（A4横）',
    /** Nothing where they were not counted. */
    sides: (count: number | undefined) => {
      if (count === undefined) return '';
      if (count === 1) return ' 1枚';
      return ` 両面で${String(Math.ceil(count / 2))}枚`;
    },
    counted: '枚数は目安です。',
  },
  corrections: {
    title: '原文との違い（訂正の記録）',
    lead: 'このサイトの表示が原文（印刷物の書き起こし）と違うところと、疑わしいところの一覧です。',
    estimate: '印刷された原本は手元になく、見込みはすべて推定です。',
    marked:
      '直した文字には下線を、原文のその文字には取消線を引きました。直した言葉には、本文の中でも※を付けています。',
    none: '訂正の記録は、まだありません。',
    count: {
      corrected: (count: number) => `直したところ ${String(count)}件`,
      flagged: (count: number) => `疑わしいが、直さず示したところ ${String(count)}件`,
      rule: (count: number) => `全体に当てはめた決まり ${String(count)}件`,
    },
    short: {
      corrected: (count: number) => `直したところ ${String(count)}`,
      flagged: (count: number) => `直さず示したところ ${String(count)}`,
      rule: (count: number) => `全体の決まり ${String(count)}`,
    },
    line: (line: number) => `原文 ${String(line)}行目`,
    source: '原文: ',
    confidence: {
      corrected: (percent: number) => `この直し方で正しい見込み ${String(percent)}%`,
      flagged: (percent: number) => `原本もこのとおりの見込み ${String(percent)}%`,
      rule: (percent: number) => `この決まりで正しい見込み ${String(percent)}%`,
    },
    /** Words that bring brackets of their own get no others. */
    pageOf: (shown: string) =>
      /[「」]/u.test(shown) ? `${shown} のあるページ` : `「${shown}」のあるページ`,
  },
  data: {
    title: 'データ',
    lead: '計画のすべてを、表計算ソフトや機械で読める形で置いています。どれもページと同じもとから作っています。',
    card: (rows: number, bytes: number) =>
      `Excelなどの表計算ソフトで開けます。${String(rows)}行、${kilobytes(bytes)}`,
    workbook: (bytes: number) =>
      `計画、事業、取組、課など、シートごとに全部が入っています。${kilobytes(bytes)}`,
    all: 'すべてのファイル',
    rowCount: (rows: number) => (rows > 0 ? `${String(rows)}行` : '中身の行はありません'),
    size: kilobytes,
    columnNames: '列の説明',
    columnsOf: (name: string) => `${name} の列`,
    column: '列',
    meaning: '意味',
    csv: 'CSVの決まり',
    csvRules: [
      '文字コードはUTF-8（BOM付き）、改行はCRLF、書き方はRFC 4180です。最初の1行が列の名前です。',
      '一つの欄に段落や係が二つ以上あるときは、欄の中で改行して並べます。月、id、課の名前は「、」で並べます。',
      "= + - @ などで始まる言葉と、9/1 のような言葉は、表計算ソフトが式や日付と読まないように、頭に「'」を1つ付けます。「'」で始まる言葉にも1つ付けるので、頭の「'」を1つ外せば、いつも元の言葉に戻ります。",
    ],
    licence: '言葉の利用条件',
    source: 'もとになった原文',
    timing: {
      months: '月',
      standing: '通年・随時・回数',
      unplaced: '月に置いていない',
      none: '記載なし',
    },
    note: {
      months: '月',
      planned: '月（予定）',
      crossing: '月（年度の境をまたぐ）',
      plannedCrossing: '月（予定、年度の境をまたぐ）',
      frequency: '回数',
      standing: '通年・随時',
      unplaced: '月に置いていない時期',
      scope: '範囲',
      gloss: '補足',
    },
    inWords: (label: string) => `${label}・文中`,
    status: { corrected: '直した', flagged: 'そのまま示した', rule: '全体の決まり' },
  },
  report: {
    summary: ({ programmes, sections, pledges }: Plan) => {
      const activities = programmes.flatMap((programme) => programme.activities);
      const nouns = { 事業: programmes, 取組: activities, 課: sections, 取組目標: pledges };
      const counted = Object.entries(nouns)
        .filter(([, { length }]) => length > 0)
        .map(([name, { length }]) => `${name} ${String(length)}`);
      return `内容に誤りはありません。${counted.join('、')}`;
    },
    notice: ({ file, text }: { file: string; text: string }) => `注意: content/${file} ${text}`,
  },
  share: {
    picture: (title: string) => `「${title}」の題を絵に添えたカード`,
    button: '共有',
    link: 'リンクをコピー',
    citation: '引用をコピー',
    card: 'HTMLをコピー',
    send: 'アプリで送る',
    done: 'コピーしました',
    failed: 'コピーできませんでした。文字を選んでコピーしてください',
  },
  moved: {
    title: 'このページは移動しました',
    page: '新しいページ: ',
    fragment: 'この項目は移動しました: ',
    endedTitle: 'このページの内容は、今の計画にはありません',
    nearest: '近いページ: ',
    endedFragment: 'この項目は、今の計画にはありません。近いところ: ',
  },
  accessibility: {
    date: (date: string) => longDate.format(new Date(date)),
    caption: (date: string, pages: number, browser: string) =>
      `${longDate.format(new Date(date))}の試験、全${String(pages)}ページ、${browser}`,
    tools: (tools: readonly string[]) => `道具: ${tools.join('、')}`,
    check: '試験',
    tests: '件数',
    failed: '不合格',
    none: 'この版の試験の結果は、まだありません。',
    checks: {
      axe: 'axeによる検査（レベルAからAAAと推奨事項。幅320・768・1280px、明るい配色、暗い配色、強制配色、スクリプトなし）',
      layout: '幅320pxと400%の拡大、文字だけの拡大、文字の間隔の変更、読む順、押せるところの大きさ',
      keyboard:
        'キーボードだけの操作（届くこと、順序、見え方、抜けられること、勝手に移らないこと）',
      'no-script': 'スクリプトなしでの表示',
      print: '印刷',
      search: '検索の操作',
      html: 'HTMLの構文、題名、見出しの段',
      names: '名前（リンク、画像、入力欄、題名、ことばの言語、どのページでも同じ名前と順序）',
      contrast: '配色の対比（文字は7対1、部品の境は3対1）',
      'screen-reader': 'スクリーンリーダーの読み上げ（話された言葉の確認）',
    },
  },
  conformance: {
    title: 'アクセシビリティの試験結果',
    lead: 'JIS X 8341-3:2016（高齢者・障害者等配慮設計指針－情報通信における機器，ソフトウェア及びサービス－第3部：ウェブコンテンツ）にもとづく表示です。',
    scope: '対象の範囲',
    scopeOf: (pages: number) => `このサイトの全${String(pages)}ページ`,
    level: '目標とした適合レベル',
    levelOf: 'レベルAA',
    reached: '対応の度合い',
    reachedOf: { all: '準拠', part: '一部準拠' },
    why: (counts: { fails: number; unverified: number }) =>
      `不適合 ${String(counts.fails)}、未確認 ${String(counts.unverified)}。未確認の基準があるうちは「準拠」とは書きません。`,
    date: '試験した日',
    method: '試験の方法',
    methodOf:
      '全ページを機械で試験しました。人の手と目による試験は行っていません。人にしか言えないことが残る基準は「未確認」とし、そのわけと、機械で確かめた部分があればその試験を書きました。',
    reader: '試したスクリーンリーダー',
    readerOf: (reader: string) =>
      `${reader}。ページの初めから終わりまで、見出し、表、入力欄、ボタンを順に読み上げさせ、話された言葉を機械で確かめました。人が聞いた試験ではありません。`,
    readerNone: 'この版の記録はありません',
    tools: '道具',
    criteria: '達成基準ごとの結果',
    criterion: '達成基準',
    grade: 'レベル',
    result: '結果と確かめ方',
    results: {
      conforms: '適合',
      fails: '不適合',
      notApplicable: '適用なし',
      unverified: '未確認',
    },
    absent: '対象がない',
    whole: '機械',
    part: '機械で一部',
    unchecked: '確かめていない',
    checks: {
      axe: 'axe',
      layout: '拡大',
      keyboard: 'キーボード',
      'no-script': 'スクリプトなし',
      print: '印刷',
      search: '検索',
      html: 'HTML',
      names: '名前と順序',
      contrast: '配色の対比',
      'screen-reader': '読み上げ',
    },
  },

  notFound: {
    title: 'ページが見つかりません',
    lead: 'アドレスが途中で切れているか、正しくないかもしれません。上の検索か、次の一覧をお使いください。',
    near: 'アドレスが少し違うようです。次のページではありませんか。',
  },
  cite: {
    period: (start: number, end: number) => `${String(start)}年4月～${String(end)}年3月`,
    text: (part: Record<'title' | 'owners' | 'ward' | 'plan' | 'year' | 'address', string>) =>
      `「${part.title}」${part.owners && `（${part.owners}）`}、${part.ward}「${part.plan}」（${part.year}）、${part.address}`,
  },
  feed: {
    title: '原文との違いの更新（Atom）',
    what: '訂正が増えたときに知らせる、フィードリーダー用のアドレスです。',
    author: (plan: string) => `「${plan}」のサイト`,
  },
};

/** The labels that name the nouns of a plan, in its own terms. */
export function labels({ terms, policy, goals, programmes, pledges, sections }: Plan) {
  const { fiscalYear } = policy;
  const topic = exampleTopic({ goals });
  // What a heading says is no word within a phrase.
  const listed = terms.programmes === policy.programmesHeading ? terms.programme : terms.programmes;
  const pledgesOf = (owner: string) =>
    terms.pledge === policy.pledgesHeading
      ? `${terms.pledge}（${owner}）`
      : `${owner}の${terms.pledge}`;
  const named = (parts: readonly (string | false)[]) => parts.filter(Boolean).join('、');
  const nouns = [
    programmes.length > 0 && terms.programme,
    pledges.length > 0 && terms.pledge,
    sections.length > 0 && terms.section,
  ];
  const joins = named([
    programmes.length > 0 && `${terms.programme}、取組`,
    sections.length > 0 && terms.section,
    pledges.length > 0 && terms.pledge,
  ]);
  const kinds = {
    programme: terms.programme,
    pledge: terms.pledge,
    section: terms.section,
    goal: terms.goal,
    principle: terms.principle,
    policy: '計画',
  };
  return {
    /** What such a plan is, in our words. */
    homeLead: `${planName(policy)}とは、${terms.office}が${String(endOf(fiscalYear) - fiscalYear.start)}年間に取り組むことをまとめた計画です。`,
    searchLead: `${named(nouns) || terms.goal}を、漢字でもかなでも検索できます。`,
    searchExample: topic && `例: ${topic}`,
    ways: {
      programmes: (programmes: number, activities: number) =>
        `${String(programmes)}の${terms.programme}${activities > 0 ? `、${String(activities)}の取組` : ''}`,
      sections: (sections: number, pledges: number) =>
        `${String(sections)}の${terms.section}${pledges > 0 ? `、${String(pledges)}の目標` : ''}`,
    },
    kinds,
    kindTitles: {
      ...kinds,
      programme: terms.programmes,
      pledge: policy.pledgesHeading,
      section: terms.sections,
    },
    unconfirmed: `${terms.office}に確認していない読み`,
    unconfirmedLead: `次の読みは、${terms.office}に確かめていません。本文では点線で示しています。`,
    readings: `読みは${terms.office}が付けたものではありません。文字をコピーしても、読みは付いてきません。`,
    goal: {
      kicker: ({ number }: Pick<Goal, 'number'>) =>
        number === undefined ? terms.goal : `${terms.goal} ${String(number)}`,
      programmes: `この目標の${listed}`,
      all: (count: number) => `${String(count)}の${terms.programme}をすべて見る`,
      owners: `この目標の${terms.programme}を担当する${terms.section}`,
    },
    programme: {
      pledges: pledgesOf,
      siblings: `同じ目標のほかの${terms.programme}`,
      ...pager(terms.programme),
      matrix: `${terms.section}ごとの担当${terms.programme}`,
      matrixLead: `●は、その${terms.programme}を担当する${terms.section}です。`,
      none: `担当として書かれていない${terms.section}`,
      noneLead: `これらの${terms.section}は、${listed}の担当としては書かれていません。${pledges.length > 0 ? `${terms.pledge}は、それぞれの${terms.section}のページにあります。` : ''}`,
    },
    pledge: {
      /** Unlike the section's own page, whose name a pledge without units has. */
      title: (pledge: Pledge) =>
        pledge.units.length > 0 ? pledgeTitle(pledge) : pledgesOf(pledge.section.name),
      others: (owner: string) => `${owner}のほかの${terms.unit}`,
      ...pager(terms.unit),
    },
    section: {
      kicker: pledgesOf(terms.section),
      list: `${terms.section}の一覧`,
      programmes: `担当する${listed}`,
      ...pager(terms.section),
      lead: `${terms.section}の名前と、その中の${terms.unit}です。計画の掲載順に並べました。`,
    },
    tables: {
      plan: '計画の全部（Excel）',
      activities: '取組の表（CSV）',
      programmes: `${terms.programmes}の表（CSV）`,
      pledges: `${policy.pledgesHeading}の表（CSV）`,
    },
    files: {
      'plan.xlsx':
        '計画の全部を1つのブックにまとめたExcelの表。シートは、計画、目標、事業、取組、課、取組目標、訂正、読みなどです。',
      'plan.json': `計画の全体。${joins && `${joins}の関係、`}恒久的なアドレス、読み、訂正の記録を含みます。`,
      'plan.schema.json': 'plan.json の形の定義（JSON Schema 2020-12）。',
      'programmes.csv': `${terms.programmes}の表。1行が1${terms.programme}です。`,
      'activities.csv': '取組の表。1行が1取組です。時期は原文の書き方と月の両方を持ちます。',
      'pledges.csv': `${policy.pledgesHeading || terms.pledge}の表。1行が1つの${terms.pledge}です。`,
      'corrections.csv': '訂正の記録の表。1行が訂正の記録の1件です。',
      'plan.txt': '計画の言葉だけを、原文の順に並べた文字のファイル。',
      'plan.html':
        '計画の全文と訂正の記録を1つのファイルにまとめたページ。保存しておけば、通信がなくても読めます。',
      'sha256.txt': 'ファイルの指紋（SHA-256）。sha256sum --check で確かめられます。',
    },
  };
}
