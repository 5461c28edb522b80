/** Times at which no activity takes place. All patterns read normalised text. */
import type { Traced } from './normalise.ts';

const ERA = '(?:令和|平成|昭和|大正|明治|西暦|[RHS])';
const YEAR = `(?:${ERA}?(?:\\d{1,4}|元)年度?)`;
const DATE = `(?:${YEAR}?\\d{1,2}月(?:\\d{1,2}日|末日?)?|(?:\\d{4}|[RHS]\\d{1,2})[./]\\d{1,2}(?:[./]\\d{1,2})?末?|\\d{1,2}/\\d{1,2}|${YEAR})`;
/** What follows から is how long the time goes on. */
const LATER = '(?<!(?:から|より|~)約?)';
const COUNT = '\\d+(?:[、~]\\d+)*';
const CLOCK =
  '(?:午前|午後|[AaPp][Mm])?\\d{1,2}(?:時(?:半|\\d{1,2}分)?(?!間)|:\\d{2})(?:[AaPp][Mm])?';

const patterns: readonly string[] = [
  // A state on a day, a birth, a building's age: 4月1日現在, 平成19年4月2日～平成25年4月1日生まれ
  `(?:${DATE}~)?${DATE}(?:現在|時点|生まれ|生(?![活涯き])|以前生|以降生)`,
  `(?<!\\d)${ERA}(?:\\d{1,2}|元)年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:以前|以後|以降)`,
  // Age and grade: 0～2歳, 4か月児, 満65歳以上, 小学4～6年生
  `(?:満|生後)?${COUNT}(?:歳|才)(?:${COUNT}か月)?児?`,
  `(?:生後)${COUNT}か月`,
  `${LATER}${COUNT}か月(?!に|ごと|毎|おき)(?:児|齢|間|分|健診)?`,
  `(?:小学校?|中学校?|高校|高等学校|大学|(?<!\\p{Script=Han})[小中高])\\d(?:[、~][小中高]?\\d)*(?:年(?:生|次)?)?(?![\\d月日回/:])`,
  `${COUNT}年(?:生|次|組|制|物|版|計画|目|前|後|余|来|以上|以内|以下|未満|連続|ぶり|\\d組)`,
  `${LATER}${COUNT}(?:周年|か年|年間|日間|週間|か月間|時間|分間|秒|泊(?:\\d+日)?|学年|世紀|年代)(?!に|ごと|毎|おき)`,
  `(?<![年月週間\\d、~])${COUNT}日(?:以内|以上|以下|未満|前|後|分|目|制|程度|コース|連続|(?:当たり|あたり|につき)?\\d+(?:人|名|食|件|台|組|円|冊|箱))`,
  `全${COUNT}日`,
  `半日|終日|24時間|(?<![月\\d])1日(?=[\\p{Script=Han}\\p{Script=Katakana}])(?!と|から|まで|又は)`,
  // Clock times, alone or as opening hours
  `(?:平日|土日祝?日?|[月火水木金土日]曜?日?~[月火水木金土日](?:曜日?)?)(?:の|は|、|:)?${CLOCK}(?:~(?:${CLOCK})?)?`,
  CLOCK,
  `${COUNT}分(?!の|野)`,
  // A year that no month follows
  `(?<!\\d)${ERA}?(?:\\d{1,4}|元)(?:~(?:${ERA}?\\d{1,4}))?年(?:度(?!末|始|初|当初|内|中|前|後|上|下|(?:から|以降|~)(?!\\d|[令平RH])|.{0,4}(?:予定|開始)))?(?:~(?:翌年度|${YEAR}))?(?!の?\\d{1,2}(?:、\\d{1,2}|~\\d{1,2})*月|に\\d|ごと|毎|おき|末|始|初|明|頭|春|夏|秋|冬|度|中$|中[^央学心間]|を?通)`,
  // Days on which nothing takes place
  '(?<!\\d)(?:第\\d(?:[、~]第?\\d)*)?(?:[月火水木金土日祝、]+曜?日?|年末年始)は?(?:休館|定休|休業日|休み)',
  // Ordinals, shares, prices, and counts of something else
  `第\\d+(?:回|次|期|号|条|種|章|部|弾|地区|会議室)`,
  `(?<![年月週度])${COUNT}回(?:目|忌|線|転|帰|復|答|路|(?:当たり|あたり|につき)?\\d+(?:円|人|名|分|時間|組|食))`,
  `\\d/\\d{1,2}(?:補助|助成|以内|以上|負担|相当|程度|を|の額|額)`,
  `(?:補助|助成|負担|率|額|割合|経費|費用)の?\\d{1,2}/\\d{1,2}`,
  `月(?:額|謝|極|齢)|年(?:齢|代|少|長|額|金|俸|収|会費)|毎回|隔年度?比|前年度?比|年間(?=\\d+(?:人|件|名|冊|台|円|部|本|校|世帯))|月間?(?=\\d+(?:人|件|名|冊|台|円|部))`,
];

const NOT_SCHEDULE = new RegExp(patterns.join('|'), 'gu');

/** Hides what is no schedule, so that nothing of it is read. */
export const withoutOtherTimes = (text: Traced): Traced => text.hide(NOT_SCHEDULE);
