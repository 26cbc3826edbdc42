import { foldedKey, foldedWords } from "./name-words";

/** Which Korea a text means: one of them, or both for choice, the one that it leans to first. */
export type KoreaReading = { readonly iso2: "KP" | "KR" } | { readonly suggestions: string[] };

const both = (): KoreaReading => ({ suggestions: ["KP", "KR"] });

/**
 * Names in the launch languages and some more that are not made of a word for Korea and a word for north or south. 朝鮮 and
 * 조선 were the name of the whole country once and are the North's own name today; 南朝鮮 is what the North calls the South.
 */
const wholeNames = {
  KP: [
    ["朝鲜", "北朝鲜", "北韩", "朝鲜人民共和国", "朝鲜民主主义人民共和国", "朝鲜民主主义共和国", "北高丽"],
    ["朝鮮", "北朝鮮", "北韓", "朝鮮民主主義人民共和國", "朝鮮人民民主主義共和國", "北鮮"],
    [
      "조선",
      "북조선",
      "북한",
      "이북",
      "북쪽 한국",
      "북 코리아",
      "노스코리아",
      "조선민주주의인민공화국",
      "조선인민민주주의공화국",
    ],
    ["朝鮮民主主義人民共和国", "朝鮮人民共和国", "北コリア", "ノースコリア", "キタチョウセン", "きたちょうせん"],
    ["КНДР", "Корейская Народно-Демократическая Республика", "Народная Корея"],
    ["Triều Tiên", "Bắc Triều Tiên", "Bắc Hàn", "Bắc Cao Ly", "CHDCND Triều Tiên", "CHDCNDTT"],
    ["Cộng hòa Dân chủ Nhân dân Triều Tiên", "Cộng hoà Dân chủ Nhân dân Triều Tiên"],
    [
      "โสมแดง",
      "สาธารณรัฐประชาธิปไตยประชาชนเกาหลี",
      "Korut",
      "Nordkorea",
      "DVRK",
      "DVR Korea",
      "KDVR",
      "KRLD",
      "KLDR",
      "KDHC",
      "RPDC",
      "RPD Corea",
    ],
    ["উত্তর কোরিয়া", "गणतंत्र उत्तर कोरिया", "उत्तर कोरिया", "شمالی کوریا", "کره شمالی"],
    ["Norcorea", "Corea Norte", "Choson", "Chosŏn", "Chosun", "Joseon", "Bukhan", "Pukhan", "Bukchoson", "Chaoxian"],
    ["DPRK", "D P R K", "DPR of Korea", "Észak-Korea", "Pohjois-Korea", "Severní Korea", "Північна Корея"],
  ],
  KR: [
    ["韩国", "南韩", "南朝鲜", "大韩民国", "韩"],
    ["韓國", "南韓", "南朝鮮", "大韓民國", "韓"],
    ["한국", "남한", "남조선", "대한민국", "이남", "사우스코리아"],
    ["韓国", "大韓民国", "南コリア", "サウスコリア", "かんこく", "カンコク"],
    ["Hàn Quốc", "Đại Hàn Dân Quốc", "Đại Hàn", "Nam Hàn", "Nam Triều Tiên", "Nam Cao Ly"],
    ["Korsel", "Surcorea", "Sudcorea", "Corea Sur", "Hanguk", "Daehan Minguk", "Namhan", "Hanguo"],
    ["দক্ষিণ কোরিয়া", "दक्षिण कोरिया", "جنوبی کوریا", "کره جنوبی", "โสมขาว"],
    ["ROK", "R O K", "Dél-Korea", "Etelä-Korea", "Jižní Korea", "Південна Корея"],
  ],
  both: [
    [
      "朝鲜半岛",
      "朝鮮半島",
      "韓半島",
      "韩半岛",
      "한반도",
      "조선반도",
      "Korean Peninsula",
      "코리아",
      "コリア",
      "高丽",
      "高麗",
      "고려",
      "NK",
    ],
    ["কোরিয়া", "कोरिया", "کره", "DPR", "Cao Ly"],
  ],
} as const;

/** Words for Korea and for what is Korean, as folded; found inside a word too, so that "NKorea" and "Nordkorea" are split. */
const stems = (
  "korea koreas corea coreas coree coreia kore koreya koreja koreia coreea koree korean koreans koreli koreanisch koreanische " +
  "koreanischer coreano coreana coreen coreenne корея кореи корею корее кореиская кореискии كوريا الكوريه كوري কোরিয়া कोरिया เกาหลี"
)
  .split(" ")
  .map(foldedKey)
  .sort((one, other) => other.length - one.length);
const aroundStem = new RegExp(`^(.*?)(?:${stems.join("|")})(.*)$`, "u");

const wordSet = (...words: readonly string[]) => new Set(words.flatMap((some) => some.split(" ")).map(foldedKey));

const northWords = wordSet(
  "n nth no nort north northern nor nord norte noord kuzey utara bac dprk prk kp dpr pdr pdrk dpk rpd rpdc dvr polnocna severni pohjois eszak",
  "severna северная северной северный севера север сев с кндр северна північна شمالي شمالية الشمالية الشمالي شمال উত্তর उत्तर เหนือ",
);
const southWords = wordSet(
  "s sth so south southern sud sued sur sul sor syd zuid guney selatan nam rok kr kor poludniowa jizni etela",
  "южная южной южный южн юг юга ю південна جنوبي جنوبية الجنوبية الجنوبي جنوب দক্ষিণ दक्षिण ใต้",
);
/** Only the North calls itself a people's republic. */
const peopleWords = wordSet(
  "people peoples peop ppl p popular populaire populare popolare volks volksrepublik halk rakyat nhan народная народно الشعبية شعبية",
  "গণপ্রজাতন্ত্রী",
);
const democraticWords = wordSet(
  "democratic demo democr d dr democratica democratique demokratische demokratisch demokratik demokratis демократическая الديمقراطية",
  "গণতান্ত্রিক",
);
const republicWords = wordSet(
  "republic repub r ro republica repubblica republique republik cumhuriyeti cumhuriyet республика جمهورية প্রজাতন্ত্র প্রজাতন্ত্রী สาธารณรัฐ",
);
const emptyWords = wordSet("de del della du da do das der die la le el il dan country nation state");

function keysOf(names: readonly (readonly string[])[]): Set<string> {
  return new Set(names.flat().map(foldedKey));
}

let built: Readonly<Record<keyof typeof wholeNames, Set<string>>> | undefined;

/** Every name that stands for one of the two, or for either, as it is folded. */
export function koreaNames() {
  built ??= { KP: keysOf(wholeNames.KP), KR: keysOf(wholeNames.KR), both: keysOf(wholeNames.both) };
  return built;
}

type Meaning = "north" | "south" | "people" | "democratic" | "republic" | "empty" | "other";

/** What one word, or what stands round a word for Korea inside it, says. */
function meaningOf(word: string): Meaning {
  const names = koreaNames();
  if (word === "" || emptyWords.has(word)) return "empty";
  if (northWords.has(word) || names.KP.has(word)) return "north";
  if (southWords.has(word) || names.KR.has(word)) return "south";
  if (peopleWords.has(word)) return "people";
  if (democraticWords.has(word)) return "democratic";
  return republicWords.has(word) ? "republic" : "other";
}

/** What the words of a text say, each looked up by itself; `isKorea`: whether one of them names Korea at all. */
function saidBy(words: readonly string[]) {
  const names = koreaNames();
  const said = new Set<Meaning>();
  let isKorea = false;
  for (const word of words) {
    const isName = names.KP.has(word) || names.KR.has(word);
    const around = isName ? null : aroundStem.exec(word);
    isKorea ||= isName || around !== null;
    for (const part of around?.slice(1) ?? [word]) said.add(meaningOf(part));
  }
  return { said, isKorea };
}

/** Which Korea a text means; undefined where it speaks of none. */
export function readKorea(text: string): KoreaReading | undefined {
  const names = koreaNames();
  const key = foldedKey(text);
  if (names.KP.has(key)) return { iso2: "KP" };
  if (names.KR.has(key)) return { iso2: "KR" };
  if (names.both.has(key)) return both();
  const { said, isKorea } = saidBy(foldedWords(text));
  if (!isKorea) return undefined;
  const democratic = said.has("democratic") || said.has("people");
  const isNorth = said.has("north") || (said.has("people") && (said.has("democratic") || said.has("republic")));
  const isSouth = said.has("south");
  if (!said.has("other") && isNorth && !isSouth) return { iso2: "KP" };
  if (!said.has("other") && !isNorth && !democratic && (isSouth || said.has("republic"))) return { iso2: "KR" };
  return isSouth && !isNorth ? { suggestions: ["KR", "KP"] } : both();
}

/** The countries that a text may mean: where one of the Koreas is among them, both are, and first that which the text says. */
export function withBothKoreas(text: string, suggestions: readonly string[]): string[] {
  if (!suggestions.includes("KP") && !suggestions.includes("KR")) return [...suggestions];
  const { said } = saidBy(foldedWords(text));
  const pair = said.has("north") || !said.has("south") ? ["KP", "KR"] : ["KR", "KP"];
  const at = Math.min(...pair.map((code) => suggestions.indexOf(code)).filter((place) => place >= 0));
  const others = suggestions.filter((code) => !pair.includes(code));
  return [...others.slice(0, at), ...pair, ...others.slice(at)];
}
