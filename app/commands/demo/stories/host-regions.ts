import { many, one, rows, type StoryTeller, unsure, yesNo } from "#app/commands/demo/story";

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

/** Embroidery given out to a workshop that still has such workers. */
export const embroideryPartner: StoryTeller = ({ country }, draw) => ({
  sites: [{ name: "丹东绣品车间", province: "辽宁", country, activity: "电脑绣花", own: draw.between(120, 160) }],
  goods: [{ product: "绣花徽章", hs: "58", good: "embellished-textiles" }],
  suppliers: [6, 5, 4],
  but: {
    B2: many("dprk-border"),
    E3: one("yes", { when: "still" }),
    E4: {
      value: { steps: rows([{ step: "embroidery", partner: "鸭绿江手工坊", country: "CN", visited: "2026-04" }]) },
    },
    E6: yesNo(["cheap-goods"], ["buy", "joint-venture", "rent-fees", "licences"]),
    E8: one("yes", { orders: rows([{ order: "NM-24-0871", from: "2026-02", to: "2026-05", place: "丹东" }]) }),
    E10: many("none"),
    L4: { value: { dprk: 1, xinjiang: 0, documents: 0, fees: 0 } },
    N2: {
      value: {
        actions: rows([
          { gap: "停止向该手工坊外发，并清点库存", question: "E3", responsible: "采购经理", due: "2026-12-15" },
        ]),
      },
    },
  },
  weaknesses: 2,
  comments: {
    E3: {
      en: "We learnt it on a visit in April and have given out no more work since.",
      "zh-Hans": "四月走访时得知，此后没有再外发。",
    },
  },
});

/** Sewing in the Yangtze delta, with dispatched staff. */
export const agencyChina: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place}工厂`,
      country,
      activity: "针织和缝制",
      own: draw.between(300, 420),
      agency: draw.between(40, 90),
    },
  ],
  goods: [{ product: "羊毛针织衫", hs: "61", good: "garments" }],
  materials: [{ material: "cotton", country: "US" }],
  suppliers: [20, 16, 12],
  but: { E9: many(year === 2025 ? "agents-word" : "original-seen") },
  weaknesses: year === 2025 ? 5 : 2,
  papers: year === 2025 ? 2 : 8,
  comments: {
    E9: {
      en: "We see the original card of everybody, also of dispatched staff.",
      "zh-Hans": "所有人员，包括派遣工，都核对身份证原件。",
    },
  },
});

/** Cotton that partly comes from Xinjiang, sold to the United States. */
export const xinjiangCotton: StoryTeller = ({ country }, draw) => ({
  sites: [{ name: "潍坊纺纱厂", province: "山东", country, activity: "棉纺", own: draw.between(500, 700) }],
  goods: [{ product: "棉布", hs: "52", good: "cotton-textile-products" }],
  materials: [{ material: "cotton", country: "CN" }],
  suppliers: [14, 8, 5],
  but: {
    C3: one("some"),
    L4: { value: { dprk: 0, xinjiang: 2, documents: 0, fees: 0 } },
    M1: one("yes"),
    M2: unsure("dk"),
    M3: many("order", "invoice"),
  },
  weaknesses: 3,
  comments: {
    M1: {
      en: "About a third of the bales; from spring on we buy elsewhere.",
      "zh-Hans": "约三分之一的棉包；明年春季起改从其他产地采购。",
    },
  },
});

/** Metal parts, nothing special, Chinese inputs looked at or not. */
export const chinaHardware: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [{ name: `${place}冲压车间`, country, activity: "扣具和五金件", own: draw.between(150, 230) }],
  goods: [{ product: "铝制扣具", hs: "76" }],
  materials: [{ material: "aluminium", country: "CN" }],
  suppliers: [12, 12, year === 2025 ? 4 : 10],
  but: { M1: one(year === 2025 ? "no-not-checked" : "no-checked"), C3: one("some") },
  weaknesses: year === 2025 ? 4 : 1,
  papers: 7,
});

/** Boards and batteries with student workers in the summer. */
export const chinaElectronics: StoryTeller = ({ country, place }, draw) => ({
  sites: [
    {
      name: `${place}电子厂`,
      country,
      activity: "电池和线路板",
      own: draw.between(400, 600),
      agency: 120,
      trainee: 40,
    },
  ],
  goods: [{ product: "充电头灯", hs: "85", good: "electronics" }],
  suppliers: [40, 25, 9],
  but: { M1: one("no-not-checked"), E9: many("copy-only") },
  weaknesses: 3,
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
    N2: {
      value: {
        actions: rows([
          {
            gap: "End the contract with the sending office; nobody is sent away without advice",
            question: "E1",
            responsible: "Director",
            due: `${year + 1}-03-31`,
          },
          { gap: "Hold all boards sawn since March", question: "E8", responsible: "Warehouse", due: `${year}-12-01` },
        ]),
      },
    },
  },
  weaknesses: 2,
  comments: { E1: { en: "We prefer to say it as it is. A lawyer advises us on ending the contract." } },
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
