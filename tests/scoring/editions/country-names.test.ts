import { describe, expect, test } from "vitest";
import { nameLanguages } from "#scoring/editions/countries/name-index";
import { countries, matchCountry } from "#scoring/editions/index";

describe("country names as people write them", () => {
  test.each([
    [
      "CN",
      "cn",
      "CHN",
      "China",
      " CHINA ",
      "P.R. China",
      "P. R. China",
      "PRC",
      "China, People's Republic of",
      "Ｃｈｉｎａ",
      "中国",
      "中國",
      "中华人民共和国",
      "الصين",
      "Китай",
      "จีน",
      "Trung Quốc",
      "Çin",
      "চীন",
    ],
    ["VN", "Viet Nam", "VIETNAM", "Việt Nam", "Viêt Nam", "S.R. Vietnam", "越南", "فيتنام"],
    [
      "KR",
      "Korea, Republic of",
      "Korea (Republic of)",
      "Korea, Rep.",
      "South Korea",
      "Korea, South",
      "S. Korea",
      "R.O.K.",
      "대한민국",
      "한국",
      "韩国",
      "كوريا الجنوبية",
    ],
    [
      "KP",
      "DPRK",
      "Korea, Democratic People's Republic of",
      "North Korea",
      "Korea (North)",
      "북한",
      "朝鲜",
      "كوريا الشمالية",
    ],
    ["TR", "Turkey", "Turkiye", "TÜRKİYE", "تركيا", "Турция"],
    ["MM", "Burma", "Myanmar (Burma)", "Myanmar", "Birmania", "缅甸", "ميانمار"],
    ["GB", "UK", "U.K.", "Great Britain", "England", "United Kingdom", "Vereinigtes Königreich", "英国"],
    ["US", "USA", "U.S.A.", "U.S.", "United States of America", "the United States", "États-Unis", "EE.UU."],
    ["HK", "Hong Kong SAR", "Hongkong", "Hong Kong, China", "香港"],
    ["TW", "Taiwan", "Chinese Taipei", "Taiwan, Province of China", "台灣", "臺灣"],
    ["CI", "Cote d'Ivoire", "Côte d’Ivoire", "COTE D IVOIRE", "Ivory Coast", "Elfenbeinküste"],
    [
      "CD",
      "DRC",
      "Congo (Kinshasa)",
      "Congo, Dem. Rep.",
      "Congo, The Democratic Republic of the",
      "刚果（金）",
      "الكونغو - كينشاسا",
    ],
    ["CG", "Republic of the Congo", "Congo, Republic of", "Congo-Brazzaville"],
    ["NE", "Niger", "Níger", "Republic of Niger"],
    ["NG", "Nigeria", "Federal Republic of Nigeria", "NGA", "尼日利亚"],
    ["GN", "Guinea", "Guinée", "Republic of Guinea"],
    ["GW", "Guinea-Bissau", "Guinea Bissau", "Guiné-Bissau"],
    ["GQ", "Equatorial Guinea", "Guinea Ecuatorial"],
    ["PG", "Papua New Guinea"],
    ["GM", "Gambia, The", "The Gambia"],
    ["LC", "St. Lucia", "St.Lucia", "Saint Lucia"],
    ["TT", "Trinidad & Tobago", "Trinidad and Tobago"],
    ["SS", "South Sudan", "Sudan, South"],
    ["SD", "Sudan", "السودان"],
    ["DO", "Dominican Rep.", "República Dominicana"],
    ["DM", "Dominica", "Dominique", "多米尼克"],
    ["CZ", "Czech Republic", "Czechia"],
    ["LA", "Lao P.D.R.", "Lao People's Democratic Republic", "Laos"],
    ["IR", "Iran (Islamic Republic of)", "Iran"],
    ["AT", "Österreich", "Áo"],
    ["AU", "Australien", "AUS"],
    ["XK", "Kosovo", "XKX"],
    ["VI", "US Virgin Islands", "Virgin Islands, U.S."],
  ])("%s is read from each of its spellings", (iso2, ...spellings) => {
    expect(spellings.map((text) => [text, matchCountry(text)])).toEqual(spellings.map((text) => [text, { iso2 }]));
  });

  test.each([
    ["Congo", ["CD", "CG"]],
    ["Congo (the)", ["CD", "CG"]],
    ["刚果", ["CD", "CG"]],
    ["الكونغو", ["CD", "CG"]],
    ["Korea", ["KP", "KR"]],
    ["KOREA", ["KP", "KR"]],
    ["كوريا", ["KP", "KR"]],
    ["Democratic Republic of Korea", ["KP", "KR"]],
    ["Republic of China", ["CN", "TW"]],
    ["Virgin Islands", ["VG", "VI"]],
    ["Nigeri", ["NE", "NG"]],
    ["Nga", ["NG", "RU"]],
    ["Ao", ["AO", "AT"]],
    ["NA", ["NA"]],
    ["n/a", ["NA"]],
    ["Georgia, USA", ["GE", "US"]],
    ["Dominica Republic", ["DM", "DO"]],
    ["Papua", ["PG"]],
    ["Shenzhen, China", ["CN"]],
    ["中国广东省", ["CN"]],
    ["Vietman", ["VN"]],
    ["Swizerland", ["CH"]],
    ["Bangladsh", ["BD"]],
  ])("%s is offered for choice and never taken for one country", (text, choice) => {
    const match = matchCountry(text);
    expect("suggestions" in match && [...match.suggestions].sort()).toEqual(choice);
  });

  test.each(["", "   ", "Xinjiang", "-", "Atlantis", "A", "12345", "China ".repeat(40)])(
    "%j names no country",
    (text) => {
      expect(matchCountry(text)).toEqual({ suggestions: [] });
    },
  );

  test("every country is read back from its codes, its name and its aliases", () => {
    const lost = countries.countries.flatMap(({ iso2, iso3, name, aliases }) =>
      [iso2, iso3, name, ...aliases].filter((text) => {
        const match = matchCountry(text);
        return !("iso2" in match && match.iso2 === iso2);
      }),
    );
    expect(lost).toEqual(["NA", "NO"]);
  });

  test("no name in any of the sixteen languages is taken for another country", () => {
    expect(nameLanguages).toHaveLength(16);
    for (const language of nameLanguages) {
      const names = new Intl.DisplayNames([language], { type: "region" });
      for (const { iso2 } of countries.countries) {
        const match = matchCountry(names.of(iso2) ?? iso2);
        if ("iso2" in match) expect([language, match.iso2]).toEqual([language, iso2]);
        else expect([language, ...match.suggestions]).toContain(iso2);
      }
    }
  });
});
