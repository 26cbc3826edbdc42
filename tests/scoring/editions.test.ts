import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildReference, changedPublications } from "#app/commands/build-reference";
import { fingerprint } from "#questionnaires/canonical";
import { nameLanguages } from "#scoring/editions/country-index";
import {
  countries,
  currentEdition,
  dprkSectors,
  editions,
  findCountry,
  findEdition,
  fingerprints,
  goods,
  hosts,
  hsChapters,
  isHostIndustryChapter,
  listingOf,
  matchCountry,
  materials,
  referenceSources,
  sectors,
  type Tier,
  tierOf,
} from "#scoring/editions/index";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const collectedTables = new URL("../../../shared/data/", import.meta.url).pathname;
const published = new URL("../../scoring/editions/", import.meta.url);

describe("country editions", () => {
  test.each([
    [2020, 34, 88, 44, 19, 3],
    [2021, 28, 95, 45, 17, 3],
    [2022, 30, 99, 34, 22, 3],
    [2023, 30, 105, 26, 24, 3],
    [2024, 33, 98, 32, 21, 4],
    [2025, 33, 106, 25, 20, 4],
  ])("the %i report places 188 countries as counted at its publication", (year, ...counts) => {
    const edition = findEdition(`tip-${year}`);
    const placed = Object.values(edition?.tiers ?? {});
    const tiers: Tier[] = ["1", "2", "2WL", "3", "SC"];
    expect(tiers.map((tier) => placed.filter((one) => one === tier).length)).toEqual(counts);
    expect(placed).toHaveLength(188);
  });

  test("Sudan falls from Tier 2 to Tier 3 between 2023 and 2024", () => {
    const tiers = ["tip-2023", "tip-2024"].map((id) => tierOf(findEdition(id) ?? currentEdition(), "SD"));
    expect(tiers).toEqual(["2", "3"]);
  });

  test("the newest edition is the current one", () => {
    expect(currentEdition().id).toBe("tip-2025");
    expect(tierOf(currentEdition(), "CN")).toBe("3");
    expect(tierOf(currentEdition(), "PT")).toBe("2");
  });

  test("a country the report leaves out is not ranked, and neither is a word of the language", () => {
    expect(tierOf(currentEdition(), "LI")).toBeUndefined();
    expect(tierOf(currentEdition(), "constructor")).toBeUndefined();
  });

  test("every placed country is known and marked as covered", () => {
    for (const edition of editions) {
      for (const iso2 of Object.keys(edition.tiers)) expect(findCountry(iso2)?.tipCovered, iso2).toBe(true);
    }
  });
});

describe("published reference data", () => {
  test("nothing published has been edited since", () => {
    const bodies = [...editions, countries, goods, materials, hosts, hsChapters, sectors];
    const now = Object.fromEntries(bodies.map((body) => [body.id, fingerprint(body, sha256)]));
    expect(now).toEqual(fingerprints);
  });

  test("a single changed tier changes the fingerprint", () => {
    const edition = currentEdition();
    const changed = { ...edition, tiers: { ...edition.tiers, SD: "2" } };
    expect(fingerprint(changed, sha256)).not.toBe(fingerprints[edition.id]);
  });

  test("the order in which keys stand does not change the fingerprint", () => {
    const edition = currentEdition();
    const turned = Object.fromEntries(Object.entries(edition).reverse());
    expect(fingerprint(turned, sha256)).toBe(fingerprints[edition.id]);
  });

  test("rebuilding refuses what would change or drop a published body, and takes a new one", () => {
    const print = (letter: string) => letter.repeat(64);
    const before = JSON.stringify({ "tip-2024": print("a"), "tip-2025": print("b") });
    const after = JSON.stringify({ "tip-2025": print("c"), "tip-2026": print("d") });
    expect(changedPublications(before, after)).toEqual(["tip-2024", "tip-2025"]);
    expect(changedPublications(before, before)).toEqual([]);
  });

  test("every source says who published it, under which licence, and what is in doubt", () => {
    const sources = referenceSources();
    expect(sources).toHaveLength(12);
    for (const source of sources) {
      expect(source.doubts.length, source.id).toBeGreaterThan(0);
      expect(source.rows, source.id).toBeGreaterThan(0);
    }
  });

  test.skipIf(!existsSync(collectedTables))(
    "rebuilding from the collected tables gives the same bytes (skipped where the tables are not at hand)",
    () => {
      const files = buildReference(collectedTables);
      expect(files.size).toBe(13);
      for (const [name, text] of files) expect(readFileSync(new URL(name, published), "utf8"), name).toBe(text);
    },
  );
});

describe("goods and materials", () => {
  const listed = (ids: string[], iso2: string) => listingOf(goods, ids, iso2).listed;

  test("the list holds 467 lines of 2022 and the 11 confirmed additions of 2024", () => {
    expect(goods.lines.filter((line) => line.edition === 2022)).toHaveLength(467);
    expect(goods.lines.filter((line) => line.edition === 2024)).toHaveLength(11);
    expect(goods.lines.filter((line) => line.removed2024)).toHaveLength(4);
  });

  test.each([
    ["garments from China are listed", ["garments"], "CN", "here"],
    ["garments from Portugal are listed only for others", ["garments"], "PT", "elsewhere"],
    ["bricks from Colombia are listed as clay bricks", ["bricks"], "CO", "here"],
    ["clay bricks from Pakistan are listed as bricks", ["bricks-clay"], "PK", "here"],
    ["solar modules from China are listed for their input", ["solar-modules"], "CN", "here"],
    ["cotton textiles from Vietnam are listed for their input", ["cotton-textile-products"], "VN", "here"],
    ["blueberries from Argentina were taken off in 2024", ["blueberries"], "AR", "nowhere"],
    ["shrimp from Thailand stays, because its forced labour was not the reason", ["shrimp"], "TH", "here"],
    ["an unknown good is listed nowhere", ["printed-labels"], "CN", "nowhere"],
  ])("%s", (_, ids, iso2, expected) => {
    expect(listed(ids, iso2)).toBe(expected);
  });

  test("a kind of a good does not stand for its siblings", () => {
    expect(listed(["rubies"], "CO")).toBe("elsewhere");
    expect(listed(["emeralds"], "CO")).toBe("here");
  });

  test("cotton from Turkmenistan is a listed material and a UFLPA priority", () => {
    const cotton = materials.materials.find((material) => material.id === "cotton");
    expect(listed(cotton?.goods ?? [], "TM")).toBe("here");
    expect(cotton?.uflpaPriority).toBe(true);
  });

  test("eleven materials stand for the UFLPA priority sectors published up to 2025", () => {
    const priority = materials.materials.filter((material) => material.uflpaPriority).map(({ id }) => id);
    expect(priority).toEqual([
      "aluminium",
      "caustic-soda",
      "copper",
      "cotton",
      "lithium",
      "polysilicon",
      "pvc",
      "red-dates",
      "seafood",
      "steel",
      "tomatoes",
    ]);
  });
});

describe("North Korean labour", () => {
  test("32 host countries are known, China as one reported for apparel and seafood", () => {
    expect(hosts.hosts).toHaveLength(32);
    const china = hosts.hosts.find((host) => host.iso2 === "CN");
    expect(china?.sectors).toEqual(expect.arrayContaining(["fishing_aquaculture", "textile_apparel"]));
  });

  test("knitwear and fish belong to a reported industry; cars and medicines do not", () => {
    expect(["61", "03", "87", "30"].map((chapter) => isHostIndustryChapter(hosts, chapter))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("every sector named anywhere is a known sector", () => {
    const known = new Set(sectors.sectors.map((sector) => sector.id));
    const named = [...dprkSectors, ...hsChapters.chapters.flatMap((chapter) => chapter.sectors)];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(sectors.sectors.filter((sector) => sector.risk === "high")).toHaveLength(11);
    expect(hsChapters.chapters).toHaveLength(97);
  });
});

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
