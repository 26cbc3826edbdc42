import { many, one, rows, type StoryTeller, yesNo } from "./story";

/** Seafood near the border, with a link that ended before December 2019. */
export const seafoodPast: StoryTeller = ({ country }, draw, year) => ({
  sites: [
    {
      name: "大连加工厂",
      province: "辽宁",
      country,
      activity: "鱿鱼和鳕鱼加工",
      own: draw.between(260, 340),
      agency: draw.between(60, 90),
    },
  ],
  goods: [{ product: "冷冻鱿鱼", hs: "03", good: "squid" }],
  materials: [{ material: "seafood", country: "RU" }],
  suppliers: [9, 9, 7],
  but: {
    B2: many("dprk-border"),
    C3: one("some"),
    E2: one("yes", { from: "2015-04", to: "2018-11" }),
    ...(year === 2025 ? { O1: many("not-checked"), E9: many("copy-only") } : {}),
  },
  weaknesses: year === 2025 ? 4 : 0,
  papers: year === 2025 ? 1 : 11,
  comments: {
    E2: {
      en: "A labour firm of the city sent a team of 42. The contract ended in November 2018 and was not renewed.",
      "zh-Hans": "市里的一家劳务公司派来过42人。合同于2018年11月到期，没有续签。",
    },
  },
});

/** Crab and roe, with such workers until 2021. */
export const seafoodAfter: StoryTeller = ({ country }, draw) => ({
  sites: [
    {
      name: "Crab plant",
      province: "Primorsky Krai",
      country,
      activity: "Cooking and freezing of crab",
      own: draw.between(140, 190),
      contractor: 20,
    },
  ],
  goods: [{ product: "Frozen crab", hs: "03", good: "shellfish", markets: ["other"] }],
  materials: [{ material: "seafood", country }],
  suppliers: [6, 4, 2],
  but: {
    B2: many("dprk-border"),
    E2: one("yes", { from: "2016-02", to: "2021-07" }),
    E10: many("contract"),
    E9: many("original-seen"),
  },
  weaknesses: 1,
  papers: 4,
});

/** Shrimp peeled by people from the neighbouring country. */
export const seafoodMigrants: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} plant`,
      country,
      activity: "Shrimp peeling and freezing",
      own: draw.between(200, 320),
      agency: 60,
    },
  ],
  goods: [{ product: "Frozen shrimp", hs: "03", good: "shrimp" }],
  materials: [{ material: "seafood", country }],
  foreign: [{ site: 0, nationality: "MM", workers: draw.between(150, 190) }],
  suppliers: [24, 15, year === 2025 ? 3 : 12],
  but: {
    C3: one("some"),
    D3: one("one-agent"),
    D4: { value: { answer: 90 } },
    F1: {
      value: {
        agents: rows([
          { name: "Mae Sot Workers Service", country: "TH", licence: "TH-2210", role: "recruit", contract: "yes" },
        ]),
      },
    },
    ...(year === 2025
      ? {
          F2: one("worker"),
          F3: many("agent-fee", "passport-permit"),
          F4: { value: { months: 2, repaid: "no" } },
          G2: one("limited"),
        }
      : {}),
  },
  weaknesses: year === 2025 ? 4 : 1,
  papers: year === 2025 ? 0 : 9,
});

/** Logging and sawing, with a team sent by a state body: said openly, with a plan. */
export const timberPresent: StoryTeller = ({ country }, draw, year) => ({
  sites: [
    {
      name: "Лесопилка Уссурийск",
      province: "Приморский край",
      country,
      activity: "Sawmill",
      own: draw.between(80, 120),
      contractor: 35,
    },
  ],
  goods: [{ product: "Larch boards", hs: "44", good: "timber", markets: ["eu", "other"] }],
  materials: [{ material: "timber", country }],
  foreign: [{ site: 0, nationality: "KP", workers: 28 }],
  suppliers: [5, 5, 3],
  but: {
    B2: many("dprk-border", "remote"),
    D3: one("one-agent"),
    D4: { value: { answer: 28 } },
    E1: one("yes"),
    E2: one("yes", { from: "2017-06" }),
    E5: one("yes", { sender: "dprk", body: "Haeoreum Timber Cooperation Office" }),
    E6: yesNo(["rent-fees"], ["buy", "joint-venture", "licences", "cheap-goods"]),
    E8: one("yes", { orders: rows([{ order: "PL-1180", from: "2026-03", to: "2026-06", place: "Уссурийск" }]) }),
    E10: many("contract"),
    F1: {
      value: {
        agents: rows([{ name: "Haeoreum Timber Cooperation Office", country: "KP", role: "employ", contract: "yes" }]),
      },
    },
    G1: one("employer-other"),
    G2: one("permission"),
    G4: one("consent"),
    H1: many("leader-or-state", "own-account"),
  },
  plans: [
    {
      gap: "The contract with the sending office is still in force",
      action: "End it; nobody is sent away without advice",
      question: "E1",
      responsible: "Director",
      due: `${year + 1}-03-31`,
    },
    {
      gap: "Boards sawn since March are in stock",
      action: "Keep them apart and do not ship them",
      question: "E8",
      responsible: "Warehouse",
      due: `${year}-12-01`,
    },
  ],
  // They are here now, so the work has no end.
  second: { E2: { value: { "since-2018": "yes", from: "2017-06", to: "unknown" } } },
  weaknesses: 2,
  comments: { E1: { en: "We prefer to say it as it is. A lawyer advises us on ending the contract." } },
});
