import { many, one, rows, type StoryTeller, yesNo } from "./story";

/** Bicycles from a country of Tier 1, put together by migrants who paid for the job. */
export const bicycles: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} assembly`,
      country,
      activity: "Frames, painting and assembly of bicycles",
      work: "assembly-finishing",
      own: draw.between(320, 480),
    },
  ],
  goods: [{ product: "Trail bicycles and frames", hs: "87" }],
  materials: [{ material: "aluminium", country: "CN" }],
  foreign: [
    { site: 0, nationality: "VN", workers: draw.between(90, 120) },
    { site: 0, nationality: "TH", workers: draw.between(30, 50) },
  ],
  suppliers: [28, 20, 9],
  but: {
    C3: one("some"),
    D3: one("two-or-more"),
    D4: { value: { answer: 110 } },
    F1: {
      value: {
        agents: rows([
          { name: "Da Jia Manpower", country: "TW", licence: "2207", role: "employ", contract: "yes" },
          { name: "Song Hong Labour Export", country: "VN", role: "recruit", contract: "no" },
        ]),
      },
    },
    F2: one("worker-repaid"),
    F3: many("agent-fee", "medical", "travel-lodging", "passport-permit", "loan-interest"),
    F4: { value: { months: 5, repaid: "part" } },
    G1: one("employer-24h"),
    G3: yesNo(["exits-unlocked", "phones", "not-separated"], ["separate-beds", "visitors", "live-elsewhere"]),
    H2: { value: { kinds: ["tax-social", "housing-food", "recruitment-debt"], share: 24 } },
    I1: { value: { hours: 68, "rest-days": 4 } },
    M1: one("no-not-checked"),
  },
  second: {
    J4: {
      value: {
        answer: "looked-some",
        cases: rows([
          {
            kind: "fees-debt",
            place: "agent",
            people: 74,
            done: "Fees of this year are paid back; those of before are being counted.",
            remedied: "part",
            closed: "no",
          },
        ]),
      },
    },
    K4: { value: { cases: rows([{ kind: "us-customs", state: "open", about: "Order on bicycles and their parts" }]) } },
  },
  plans: [
    {
      gap: "Fees that workers paid before they came",
      action: "Pay back what is owed to everybody who works here, and pay agents ourselves",
      question: "F4",
      responsible: "Human resources",
      due: `${year + 1}-02-28`,
    },
  ],
  weaknesses: 0,
  papers: 5,
  comments: { F4: { en: "We found it out when the first workers were asked in their own language." } },
});

/** Copper from a mine in a country of Tier 2, dug by people whom a firm of another country sent. */
export const copper: StoryTeller = ({ country, place }, draw) => ({
  sites: [
    { name: `${place} mine`, country, activity: "Mining of ore", work: "mining", own: 210, contractor: 160 },
    { name: `${place} smelter`, country, activity: "Smelting and refining", own: draw.between(180, 260) },
  ],
  goods: [{ product: "Copper cathodes and wire rod", hs: "74", markets: ["eu", "us"] }],
  materials: [{ material: "copper", country }],
  foreign: [{ site: 0, nationality: "CN", workers: 140 }],
  suppliers: [9, 4, 2],
  but: {
    D3: one("one-agent"),
    D4: { value: { answer: 140 } },
    E9: many("agents-word"),
    F1: {
      value: { agents: rows([{ name: "Lianhe Mining Services", country: "CN", role: "employ", contract: "yes" }]) },
    },
    F2: one("no-rule"),
    F3: { unsure: "dk" },
    F4: { unsure: "dk" },
    G1: one("employer-other"),
    G2: one("limited"),
    G3: yesNo(["exits-unlocked", "phones"], ["separate-beds", "visitors", "not-separated", "live-elsewhere"]),
    I1: { value: { hours: 76, "rest-days": 2 } },
    J3: yesNo(["committee"], ["migrants-in-it", "no-punishment-rule"]),
  },
  second: {
    J4: one("not-looked"),
    K4: {
      value: { cases: rows([{ kind: "us-customs", state: "open", about: "Order on copper and goods of copper" }]) },
    },
  },
  weaknesses: 0,
  papers: 2,
  comments: { G1: { en: "The contractor keeps the papers of its own people. We have asked for a list." } },
});

/** Restaurants with cooks and waiters whom a body of a state sent, said openly. */
export const restaurants: StoryTeller = ({ country, place }, draw) => ({
  sites: [
    { name: `${place} canteen`, country, activity: "Meals for staff", work: "hotel-food", own: 34, contractor: 18 },
    { name: `${place} terrace`, country, activity: "Restaurant", work: "hotel-food", own: draw.between(40, 60) },
  ],
  goods: [{ product: "Canteen and catering", kind: "services", sector: "hotels-catering", markets: ["other"] }],
  foreign: [
    { site: 0, nationality: "KP", workers: 12 },
    { site: 1, nationality: "PH", workers: 20 },
  ],
  suppliers: [6, 2, 1],
  but: {
    D3: one("one-agent"),
    D4: { value: { answer: 32 } },
    E1: one("yes"),
    E2: one("yes", { from: "2019-03", to: "2026-09" }),
    E5: one("yes", { sender: "dprk", body: "Taedong Friendship Service" }),
    E7: one("no"),
    E8: one("no"),
    E9: many("original-seen"),
    E10: many("contract", "id-kept"),
    F1: {
      value: { agents: rows([{ name: "Taedong Friendship Service", country: "KP", role: "employ", contract: "yes" }]) },
    },
    G1: one("employer-other"),
    G2: one("permission"),
    G4: one("consent"),
    H1: many("leader-or-state", "own-account"),
    L4: { value: { dprk: 0, xinjiang: 0, documents: 0, fees: 1 } },
  },
  plans: [
    {
      gap: "A team sent by a state office works in the canteen",
      action: "End the contract, with advice and a safe place for those who want to stay",
      question: "E5",
      responsible: "Owner",
      due: "2027-01-31",
    },
  ],
  weaknesses: 0,
  papers: 3,
  comments: {
    E1: { en: "They came with the canteen when we took it over. We are asking a lawyer what is right for them." },
  },
});

/** Builders of a country of Tier 1 with a brigade sent under an agreement between states. */
export const construction: StoryTeller = ({ country, place }, draw) => ({
  sites: [
    {
      name: `${place} warehouse site`,
      country,
      activity: "Concrete and steel work",
      work: "construction",
      own: draw.between(50, 80),
      contractor: 46,
    },
  ],
  goods: [{ product: "Building of a warehouse", kind: "services", sector: "construction", markets: ["eu"] }],
  materials: [{ material: "steel" }],
  foreign: [{ site: 0, nationality: "CU", workers: 46 }],
  suppliers: [12, 3, 2],
  but: {
    C3: one("none"),
    D3: one("one-agent"),
    D4: { value: { answer: 46 } },
    E5: one("yes", { sender: "other", body: "State office for work abroad" }),
    E7: one("no"),
    E9: many("copy-only"),
    E10: many("contract"),
    F1: {
      value: {
        agents: rows([{ name: "State office for work abroad", country: "CU", role: "employ", contract: "yes" }]),
      },
    },
    G1: one("employer-other"),
    G2: one("limited"),
    G4: one("consent"),
    H1: many("leader-or-state"),
    H4: yesNo(["legal-minimum"], ["same-rate"]),
    M1: one("no-not-checked"),
  },
  weaknesses: 0,
  papers: 1,
  comments: { H1: { en: "We pay the office. What reaches the men we do not know." } },
});
