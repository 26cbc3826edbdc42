import type { Answers, Row } from "#questionnaires/answers";
import { sourcedLists } from "#scoring/editions/index";
import type { Firm, Place } from "./firm";
import { weightsIn } from "./trades";

/** What a supplier says of itself, its places, goods and people: sections A to D. */
export function companyAnswers(firm: Firm): Answers {
  const { chance, places, trade } = firm;
  const home = places[0]?.country ?? "CN";
  const workers = places.map(headcount);
  return {
    A1: {
      value: {
        answer: chance.weighted([
          ["whole", 90],
          ["sites", 7],
          ["products", 3],
        ] as const),
      },
    },
    A2: { value: { name: "A supplier", number: "12345", country: home, owners: ownersOf(firm, home) } },
    A3: { value: { name: "A person", job: "Compliance", helpers: ["hr", "purchasing"] } },
    B1: {
      value: {
        sites: places.map(({ id, country, makes }, at) =>
          row(id, { name: `Site ${id}`, country, work: makes ? trade.work : "office", workers: workers[at] ?? 0 }),
        ),
      },
    },
    B2: { value: { answer: placesOfConcern(firm) } },
    C1: { value: { goods: goodsOf(firm) } },
    ...materialsOf(firm),
    D1: {
      value: {
        workforce: places.map(({ id, own, agency, contractor, trainee, home }) =>
          row(`d-${id}`, { site: id, own, agency, contractor, trainee, home }),
        ),
      },
    },
    D2: {
      value: {
        foreign: places.flatMap(({ id, foreign }) =>
          foreign.map(([nationality, number]) =>
            row(`f-${id}-${nationality}`, { site: id, nationality, workers: number }),
          ),
        ),
      },
    },
    ...agentsAndHousing(firm),
    ...youngPeople(firm),
  };
}

export function row(id: string, cells: Row["cells"]): Row {
  return { id, cells };
}

function headcount({ own, agency, contractor, trainee, home }: Place): number {
  return own + agency + contractor + trainee + home;
}

function ownersOf({ chance }: Firm, home: string): Row[] {
  const owners = chance.between(0, 2);
  return Array.from({ length: owners }, (_, at) =>
    row(`o${at}`, {
      name: `Owner ${at}`,
      country: chance.yes(0.85) ? home : "HK",
      share: Math.floor(100 / owners),
      government: chance.yes(home === "CN" ? 0.12 : 0.04) ? "yes" : "no",
    }),
  );
}

function placesOfConcern({ chance, places, trade }: Firm): string[] {
  const inChina = places.some(({ country }) => country === "CN");
  const found = [
    ...(inChina && chance.yes(0.03) ? ["xinjiang"] : []),
    ...(inChina && chance.yes(0.05) ? ["dprk-border"] : []),
    ...(chance.yes(0.003) ? ["prison"] : []),
    ...(places.some(({ home }) => home > 0) ? ["homes"] : []),
    ...(chance.yes(trade.work === "software-it-design" ? 0.6 : 0.03) ? ["remote"] : []),
  ];
  return found.length > 0 ? found : ["none"];
}

function goodsOf(firm: Firm): Row[] {
  const { chance, places } = firm;
  const making = places.filter(({ makes }) => makes).map(({ id }) => id);
  const lines = chance.between(1, Math.min(3, making.length + 1));
  return Array.from({ length: lines }, (_, at) => {
    // Every place that makes something is named by a line.
    const sites = lines === 1 ? making : making.filter((_site, place) => place % lines === at);
    const cells = {
      product: `Product ${at}`,
      sites: sites.length > 0 ? sites : making,
      markets: chance.yes(0.65) ? ["us", "eu"] : ["eu"],
    };
    return row(`g${at}`, { ...cells, ...madeOf(firm) });
  });
}

function madeOf({ chance, trade }: Firm): Row["cells"] {
  if ("sector" in trade.makes) return { kind: "service", sector: trade.makes.sector };
  const [first, ...rest] = trade.makes;
  if (first === undefined) return { kind: "goods", hs: "unknown", good: "unknown" };
  const { hs, good } = chance.pick([first, ...rest]);
  if (chance.yes(0.04)) return { kind: "goods", hs: "unknown", good: "unknown" };
  return { kind: "goods", hs, good: good === undefined ? "not-listed" : chance.yes(0.05) ? "unknown" : good };
}

const known = new Set(sourcedLists.materials.materials.map(({ id }) => id));

function materialsOf(firm: Firm): Answers {
  const { chance, trade, places, quality } = firm;
  if (chance.yes(0.03 + firm.vagueness / 3)) return { C2: { unsure: "dk" }, C3: { unsure: "dk" } };
  const listed = Object.entries(trade.materials ?? {}).flatMap(([id, share]) =>
    known.has(id) && chance.yes(share / 100) ? [id] : [],
  );
  if (listed.length === 0) return { C2: { value: { listed: ["none"] } } };
  const home = places[0]?.country ?? "CN";
  const materials = listed.map((material) => {
    const country = chance.yes(0.3 - 0.2 * quality) ? "unknown" : chance.yes(0.45) ? home : sourceOf(firm, material);
    return row(`m-${material}`, { material, country });
  });
  const origins = listed.map((material) =>
    row(`c-${material}`, {
      material,
      known: chance.weighted([
        ["country-and-producer", 20 + 40 * quality],
        ["country-only", 30],
        ["producer-only", 6],
        ["neither", 24 - 20 * quality],
      ] as const),
      papers: chance.yes(0.2 + 0.4 * quality) ? "yes" : "no",
    }),
  );
  return { C2: { value: { listed, materials } }, C3: { value: { origins } } };
}

const sources: Readonly<Record<string, string>> = {
  cotton: "CN 30, IN 25, US 15, BR 10, PK 6, UZ 5, TM 2, TR 7",
  tin: "ID 35, CN 25, MY 15, PE 15, CD 10",
  cobalt: "CD 60, CN 25, FI 15",
  rubber: "TH 40, ID 25, VN 18, MY 10, KH 7",
  timber: "VN 20, BR 15, RU 10, SE 15, CN 20, MY 10, US 10",
  polysilicon: "CN 70, DE 15, US 15",
  "palm-oil": "ID 55, MY 40, CO 5",
  cocoa: "CI 50, GH 30, BR 10, EC 10",
  lithium: "CL 40, AU 35, CN 15, BO 10",
};

function sourceOf({ chance }: Firm, material: string): string {
  return chance.weighted(weightsIn(sources[material] ?? "CN 35, IN 15, TR 8, DE 12, US 12, VN 8, BR 10"));
}

function agentsAndHousing({ chance, places, quality }: Firm): Answers {
  const abroad = places.flatMap(({ foreign }) => foreign).reduce((sum, [, number]) => sum + number, 0);
  const agencies = places.reduce((sum, { agency }) => sum + agency, 0);
  const housed = chance.yes(0.55) ? Math.round((abroad + agencies * 0.2) * chance.share()) : 0;
  return {
    D3: {
      value: {
        answer: chance.weighted([
          ["direct", 20 + 25 * quality],
          ["one-agent", 38],
          ["two-or-more", 30 - 20 * quality],
        ] as const),
      },
    },
    D4: { value: { answer: housed } },
  };
}

function youngPeople({ chance, places, quality }: Firm): Answers {
  const trainees = places.some(({ trainee }) => trainee > 0);
  const young = [
    ...(trainees ? ["students-trainees"] : []),
    ...(chance.yes(0.05) ? ["under-18"] : []),
    ...(chance.yes(0.004 * (1.5 - quality)) ? ["under-legal-age"] : []),
  ];
  if (young.length === 0) return { D5: { value: { answer: ["none"] } }, D6: { value: { answer: "partly" } } };
  const sender = chance.weighted([
    ["themselves", 40],
    ["school", 40],
    ["agency", 18],
    ["foreign-body", 2],
  ] as const);
  const check = chance.weighted([
    ["identity-document", 85],
    ["other-paper", 11],
    ["not-checked", 4],
  ] as const);
  return {
    D5: { value: { answer: young, sender: [sender], "age-check": check } },
    D6: { value: { answer: "partly" } },
  };
}
