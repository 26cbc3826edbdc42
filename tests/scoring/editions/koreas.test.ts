import { describe, expect, test } from "vitest";
import { indexCountryNames, nameLanguages } from "#scoring/editions/countries/name-index";
import { countries, matchCountry } from "#scoring/editions/index";

const read = (texts: readonly string[]) => texts.map((text) => [text, matchCountry(text)]);
const all = (texts: readonly string[], iso2: string) => texts.map((text) => [text, { iso2 }]);

/** Names of each Korea in the sixteen launch languages and what lists make of them. */
const north = [
  [
    "N. Korea",
    "N Korea",
    "N.Korea",
    "NKorea",
    "n-korea",
    "Nth Korea",
    "Korea (N)",
    "Korea N",
    "Korea, North",
    "KOREA NORTH",
  ],
  [
    "North Korean",
    "KP",
    "PRK",
    "D.P.R.K.",
    "DPRK",
    "DPR Korea",
    "Korea DPR",
    "Korea, D.P.R.",
    "Korea D P R",
    "KP - North Korea",
  ],
  [
    "Korea Dem P Rep",
    "Korea, Dem. People's Rep.",
    "Korea, Dem. People's Rep. of",
    "Democratic People’s Republic of Korea",
  ],
  ["Korea (Democratic People's Republic of)", "Korea (the Democratic People's Republic of)", "North Korea (DPRK)"],
  ["朝鲜", "北朝鲜", "北韩", "朝鲜民主主义人民共和国", "朝鮮", "北朝鮮", "北韓", "朝鮮民主主義人民共和國"],
  ["조선", "북조선", "북한", "조선민주주의인민공화국", "조선 민주주의 인민 공화국", "朝鮮民主主義人民共和国"],
  ["Северная Корея", "Сев. Корея", "Корея Северная", "КНДР", "Корейская Народно-Демократическая Республика"],
  ["Bắc Triều Tiên", "Triều Tiên", "Bắc Hàn", "BẮC TRIỀU TIÊN", "Bac Trieu Tien", "CHDCND Triều Tiên"],
  ["เกาหลีเหนือ", "สาธารณรัฐประชาธิปไตยประชาชนเกาหลี", "Korea Utara", "Korut", "উত্তর কোরিয়া"],
  ["Kuzey Kore", "Kore (Kuzey)", "Kore Demokratik Halk Cumhuriyeti", "كوريا الشمالية", "كوريا الشماليه"],
  ["جمهورية كوريا الديمقراطية الشعبية", "جمهورية كوريا الشعبية الديمقراطية"],
  [
    "Corea del Norte",
    "Corea Norte",
    "Corea (Norte)",
    "República Popular Democrática de Corea",
    "Coreia do Norte",
    "RPDC",
  ],
  ["Corée du Nord", "Coree du Nord", "République populaire démocratique de Corée", "Nordkorea", "Nord-Korea", "DVRK"],
  ["Demokratische Volksrepublik Korea", "Noord-Korea", "Corea del Nord", "Korea Północna", "N-Korea"],
].flat();
const south = [
  [
    "S. Korea",
    "S Korea",
    "SKorea",
    "Korea (S)",
    "Sth Korea",
    "Korea, South",
    "South Korean",
    "KR",
    "KOR",
    "R.O.K.",
    "ROK",
  ],
  [
    "Korea, Rep.",
    "Korea Rep",
    "Rep. of Korea",
    "Korea (Republic of)",
    "Korea (the Republic of)",
    "KR - Korea, Republic of",
  ],
  [
    "韩国",
    "南韩",
    "南朝鲜",
    "大韩民国",
    "韓國",
    "南韓",
    "南朝鮮",
    "大韓民國",
    "한국",
    "남한",
    "남조선",
    "대한민국",
    "韓国",
    "大韓民国",
  ],
  [
    "Южная Корея",
    "Ю. Корея",
    "Республика Корея",
    "Корея, Республика",
    "Hàn Quốc",
    "Nam Hàn",
    "Nam Triều Tiên",
    "Đại Hàn Dân Quốc",
  ],
  ["เกาหลีใต้", "สาธารณรัฐเกาหลี", "Korea Selatan", "Korsel", "Republik Korea", "দক্ষিণ কোরিয়া"],
  [
    "Güney Kore",
    "Kore Cumhuriyeti",
    "كوريا الجنوبية",
    "جمهورية كوريا",
    "Corea del Sur",
    "República de Corea",
    "Surcorea",
  ],
  [
    "Coreia do Sul",
    "República da Coreia",
    "Corée du Sud",
    "République de Corée",
    "Südkorea",
    "Suedkorea",
    "Zuid-Korea",
  ],
].flat();

describe("the two Koreas", () => {
  test("are read from their names in the launch languages, their short forms and what they were called", () => {
    expect(read(north)).toEqual(all(north, "KP"));
    expect(read(south)).toEqual(all(south, "KR"));
  });

  test.each(nameLanguages)("are told apart in %s", (language) => {
    const names = new Intl.DisplayNames([language], { type: "region" });
    expect(matchCountry(names.of("KP") ?? "")).toEqual({ iso2: "KP" });
    expect(matchCountry(names.of("KR") ?? "")).toEqual({ iso2: "KR" });
  });

  test.each(["Korea", "Corea", "Corée", "Kore", "Корея", "كوريا", "কোরিয়া", "เกาหลี", "Korean", "朝鲜半岛", "한반도"])(
    "are both offered for %s",
    (text) => {
      expect(matchCountry(text)).toEqual({ suggestions: ["KP", "KR"] });
    },
  );

  test.each([
    ["Korea, Dem. Rep.", "KP"],
    ["Norh Korea", "KP"],
    ["North Koria", "KP"],
    ["Pyongyang, North Korea", "KP"],
    ["North Korea Trading", "KP"],
    ["North and South Korea", "KP"],
    ["KP - South Korea", "KP"],
    ["Seoul, South Korea", "KR"],
    ["South Koria", "KR"],
    ["Korae", "KP"],
    ["NK", "KP"],
  ])("are both offered for %s, and %s first", (text, first) => {
    const match = matchCountry(text);
    expect("suggestions" in match && match.suggestions.slice(0, 2).sort()).toEqual(["KP", "KR"]);
    expect("suggestions" in match && match.suggestions[0]).toBe(first);
  });
});

describe("the common forms of countries", () => {
  test.each([
    ["BD", "BD - Bangladesh", "Bangladesh (BD)", "BD Bangladesh", "BGD/Bangladesh", "Bangla Desh", "孟加拉"],
    ["CD", "Congo, DRC", "Congo (DRC)", "RDC", "R.D. Congo", "Congo, Democratic Republic of the", "ДР Конго"],
    ["CG", "Congo-Brazzaville", "Rep. of Congo", "刚果共和国"],
    ["ZA", "S. Africa", "S.Africa", "RSA", "Suid-Afrika"],
    ["PL", "Polska", "POLSKA", "PL - Polska", "Poland / Polska"],
    ["AE", "U.A.E.", "UAE", "United Arab Emirates (the)", "VAE", "阿联酋"],
    ["VN", "Viet-Nam", "Viet Nam", "VN: Vietnam", "Vietnam, S.R.", "Việt Nam (VN)"],
    ["TR", "Turkiye", "Türkiye", "Turkey", "Turkey (Türkiye)", "TÜRKİYE"],
    ["CZ", "Czechia", "Czech Rep.", "Česko", "CZ – Česká republika"],
    ["MM", "Burma", "Myanmar/Burma", "Birma"],
    ["CI", "Ivory Coast", "Cote dIvoire", "Côte d’Ivoire"],
    ["MO", "Macau SAR", "Macao, China", "China, Macao SAR", "中国澳门"],
    ["HK", "Hong Kong, China", "Hong Kong SAR", "China - Hong Kong", "H.K.", "中国香港"],
    ["TW", "Taiwan, China", "Taiwan, Province of China", "Chinese Taipei", "中国台湾", "臺灣"],
    ["US", "United States of America (the)", "U S A", "США", "EE.UU.", "美国", "Hoa Kỳ"],
    ["GB", "UK", "Great Britain", "N. Ireland", "GB - England"],
    ["CN", "中国 China", "China 中国", "P.R.China", "VR China", "КНР"],
    ["NA", "NA - Namibia"],
    ["HU", "Magyarország"],
    ["GR", "Ελλάδα"],
    ["IN", "भारत", "IND", "Bharat"],
    ["TL", "Timor-Leste", "East Timor"],
    ["GW", "Guinea-Bissau"],
  ])("name %s", (iso2, ...spellings) => {
    expect(read(spellings)).toEqual(all(spellings, iso2));
  });

  test.each([
    ["Niger/Nigeria", ["NE", "NG"]],
    ["GA, USA", ["GA", "US"]],
    ["DE - France", ["DE", "FR"]],
    ["Congo", ["CD", "CG"]],
    ["my", ["MY", "US"]],
  ])("%s names two countries and is never taken for one", (text, choice) => {
    const match = matchCountry(text);
    expect("suggestions" in match && [...match.suggestions].sort()).toEqual(choice);
  });

  test.each(["IN - Indiana", "CA Roberts", "Vendor - 7", "+, -"])("%j names none", (text) => {
    expect(matchCountry(text)).toEqual({ suggestions: [] });
  });

  test("are nobody else's: no two countries have one name among those of the list", () => {
    const { own } = indexCountryNames(countries.countries);
    expect([...own].filter(([, iso2s]) => iso2s.size > 1)).toEqual([]);
  });
});
