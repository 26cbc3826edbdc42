import { many, one, rows, type StoryTeller, unsure, yesNo } from "./story";

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
  },
  plans: [
    {
      gap: "停止向该手工坊外发，并清点库存",
      action: "改由自己的车间绣花，库存单独存放，不发货",
      question: "E3",
      responsible: "采购经理",
      due: "2026-12-15",
    },
  ],
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
