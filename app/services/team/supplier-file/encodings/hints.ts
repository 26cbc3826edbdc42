import type { Encoding } from "./list";

/** Countries as lists name them in plain letters, by the encodings that are usual there. */
const usualIn: readonly (readonly [readonly Encoding[], RegExp])[] = [
  [["windows-1254", "macturkish", "cp857"], /\b(t[uü]rk(ey|iye|ei|ia|quie|[iy]a)|TR|TUR)\b/iu],
  [["windows-1258"], /\bviet ?nam|\b(VN|VNM)\b/iu],
  [
    ["windows-1250", "iso-8859-2", "maccenteuro", "cp852"],
    /\b(pol(and|ska|en|ogne|onia)|czech|slovak|hungar|rom[aâ]nia|croatia|sloveni|PL|CZ|SK|HU|RO|HR|SI)\b/iu,
  ],
  [
    ["windows-1251", "koi8-r", "maccyrillic", "iso-8859-5", "cp866"],
    /\b(russia|ukrain|bulgari|serbia|belarus|kazakhstan|RU|UA|BG|RS|BY|KZ)/iu,
  ],
  [["windows-1253"], /\b(greece|cyprus|GR|CY)\b/iu],
  [["windows-1255"], /\b(israel|IL)\b/iu],
  [["windows-1256", "iso-8859-6"], /\b(egypt|jordan|morocco|tunisia|algeria|saudi|emirates|EG|JO|MA|TN|DZ|SA|AE)\b/iu],
  [["windows-874"], /\b(thailand|TH)\b/iu],
  [["gb18030"], /\b(china|CN|PRC)\b/iu],
  [["big5"], /\b(taiwan|hong ?kong|TW|HK)\b/iu],
  [["shift_jis", "euc-jp"], /\b(japan|JP)\b/iu],
  [["euc-kr"], /\b(korea|KR)\b/iu],
];

/** Encodings that are usual in the countries which a text names in plain letters. */
export function countryHints(text: string): readonly Encoding[] {
  return usualIn.flatMap(([encodings, names]) => (names.test(text) ? encodings : []));
}
