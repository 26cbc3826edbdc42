import { many, one, rows, type StoryTeller, unsure, yesNo } from "#app/commands/demo/story";

/** Buckles, zips and soles: machines more than hands. */
export const hardware: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} plant`,
      country,
      activity: "Moulding and assembly",
      own: draw.between(120, 420),
      agency: draw.between(0, 20),
    },
  ],
  goods: [
    {
      product: country === "ID" ? "Trail shoes" : "Zips and trims",
      hs: country === "ID" ? "64" : "96",
      ...(country === "ID" ? { good: "footwear" } : {}),
    },
  ],
  suppliers: [15, 12, draw.between(7, 11)],
  but: {},
  weaknesses: year === 2025 ? 3 : draw.between(1, 3),
  papers: draw.between(0, 7),
});

/** Gloves made by migrants who paid for the job and whose passports are held. */
export const rubberGloves: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} dipping plant`,
      country,
      activity: "Dipping and packing of gloves",
      own: draw.between(380, 900),
      contractor: 60,
    },
  ],
  goods: [{ product: "Work gloves", hs: "40", good: "rubber-gloves" }],
  materials: [{ material: "rubber", country: "TH" }],
  foreign: [
    { site: 0, nationality: "NP", workers: draw.between(140, 190) },
    { site: 0, nationality: "MM", workers: draw.between(80, 120) },
  ],
  suppliers: [18, 10, 4],
  but: {
    C3: one("some"),
    D3: one("two-or-more"),
    D4: { value: { answer: draw.between(210, 260) } },
    E9: many("copy-only"),
    F1: {
      value: {
        agents: rows([
          { name: "Everest Manpower", country: "NP", licence: "NP-771", role: "recruit", contract: "yes" },
          { name: "Bintang Pekerja", country: "MY", role: "transport", contract: "no" },
        ]),
      },
    },
    F2: one("worker"),
    F3: many("agent-fee", "medical", "travel-lodging", "passport-permit"),
    F4: { value: { months: 4, repaid: year === 2025 ? "no" : "part" } },
    G1: one("employer-other"),
    G3: yesNo(["exits-unlocked", "phones"], ["separate-beds", "visitors", "not-separated", "live-elsewhere"]),
    H2: { value: { kinds: ["tax-social", "housing-food", "recruitment-debt"], share: draw.between(22, 34) } },
    I1: { value: { hours: 74, "rest-days": 3 } },
    N2: {
      value: {
        actions: rows([
          {
            gap: "Passports are kept in the office safe",
            question: "G1",
            responsible: "Plant manager",
            due: `${year + 1}-01-31`,
          },
          {
            gap: "Agent fees of 2024 not yet paid back",
            question: "F4",
            responsible: "Finance",
            due: `${year + 1}-06-30`,
          },
        ]),
      },
    },
  },
  weaknesses: 2,
  comments: { G1: { en: "Kept for safety at the wish of the workers. Lockers are ordered." } },
});

/** Gloves made by people who were hired without fees, and whose passports lie in the office all the same. */
export const passportsHeld: StoryTeller = ({ country, place }, draw) => ({
  sites: [{ name: `${place} works`, country, activity: "Dipping of gloves", own: draw.between(380, 520) }],
  goods: [{ product: "Household gloves", hs: "40", good: "rubber-gloves" }],
  foreign: [{ site: 0, nationality: "ID", workers: draw.between(40, 60) }],
  suppliers: [10, 10, 9],
  but: { D4: { value: { answer: 36 } }, G1: one("employer-other") },
  weaknesses: 0,
  papers: 10,
  comments: { G1: { en: "Kept for safety at the wish of the workers. Lockers are ordered." } },
});

/** Printed circuits with migrants who are treated as agreed. */
export const electronics: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} fab`,
      country,
      activity: "Headlamp modules",
      own: draw.between(240, 520),
      agency: draw.between(10, 30),
    },
  ],
  goods: [{ product: "Headlamps", hs: "85" }],
  foreign: [{ site: 0, nationality: "PH", workers: draw.between(60, 95) }],
  suppliers: [31, 31, 27],
  but: {
    D3: one("one-agent"),
    D4: { value: { answer: 58 } },
    F1: {
      value: {
        agents: rows([{ name: "Formosa Talent", country: "TW", licence: "0918", role: "recruit", contract: "yes" }]),
      },
    },
    ...(year === 2025
      ? {
          F3: many("medical", "travel-lodging"),
          F2: one("employer-part"),
          F4: { value: { months: 1, repaid: "part" } },
        }
      : {}),
  },
  weaknesses: year === 2025 ? 3 : 0,
  papers: year === 2025 ? 3 : 14,
  comments: { F2: { en: "Since January we pay every fee ourselves, also those asked for in Manila." } },
});

/** Trainees from abroad under a state programme. */
export const trainees: StoryTeller = ({ country, place }, draw) => ({
  sites: [
    {
      name: `${place}工場`,
      country,
      activity: "Membrane lamination",
      own: draw.between(90, 150),
      trainee: draw.between(18, 30),
    },
  ],
  goods: [{ product: "Waterproof membranes", hs: "59" }],
  foreign: [{ site: 0, nationality: "VN", workers: 16 }],
  suppliers: [9, 9, 8],
  but: {
    D3: one("two-or-more"),
    D4: { value: { answer: 16 } },
    D5: { value: { answer: ["students-trainees"], sender: ["agency"], "age-check": "identity-document" } },
    E5: one("yes", { sender: "other", body: "Supervising organisation of the training programme" }),
    E10: many("bank-transfer", "contract", "id-kept", "private-interviews"),
    F1: {
      value: {
        agents: rows([
          { name: "Hokuriku Kumiai", country: "JP", licence: "許1907", role: "recruit", contract: "yes" },
          { name: "Sao Mai Labour", country: "VN", licence: "114/LĐ", role: "recruit", contract: "yes" },
        ]),
      },
    },
    G4: one("fine"),
  },
  weaknesses: 1,
});

/** Code, drawings and pictures, partly by people nobody has met. */
export const software: StoryTeller = ({ country, place }, draw) => ({
  sites: [{ name: `${place} office`, country, activity: "Web shop and apps", own: draw.between(35, 80) }],
  goods: [{ product: "Web shop development", kind: "it", markets: ["eu"] }],
  suppliers: [7, 2, 1],
  but: {
    E4: {
      value: { steps: rows([{ step: "software" }, { step: "software", partner: "Meridian Pixel", country: "AE" }]) },
    },
    E3: unsure("dk"),
    E7: {
      value: {
        answer: "yes",
        checks: { identity: "no", place: "no", "bank-account": "no" },
        paid: ["crypto", "own-account"],
      },
    },
  },
  weaknesses: 1,
  comments: { E7: { en: "Freelancers come through a platform. Some ask for payment in stablecoin." } },
});

/** Bricks for a new warehouse, from a kiln that pays in advance. */
export const brickKiln: StoryTeller = ({ country, place }, draw) => ({
  sites: [
    {
      name: `${place} kiln`,
      country,
      activity: "Moulding and firing of bricks",
      own: 45,
      contractor: draw.between(70, 120),
    },
  ],
  goods: [{ product: "Clay bricks", hs: "69", good: "bricks", markets: ["other"] }],
  materials: [{ material: "bricks", country }],
  suppliers: [3, 0, 0],
  but: {
    B2: many("remote"),
    E3: one("no-not-asked"),
    E9: many(country === "KH" ? "none" : "copy-only"),
    F5: one("yes"),
    H1: many("cash-payslip"),
    ...(country === "KH" ? { H3: one("kept-back"), G2: one("permission"), G4: one("fine") } : {}),
    J1: many("none"),
    K1: one("none"),
    K3: { value: { done: "neither" } },
    O1: many("not-checked"),
  },
  weaknesses: 0,
  comments: { F5: { en: "Families get an advance for the season and work it off." } },
});

/** Packing and forwarding with staff whom an agent brought. */
export const packingHub: StoryTeller = ({ country, place, language }, draw) => ({
  sites: [
    {
      name: `${place} hub`,
      country,
      activity: language === "ar" ? "تعبئة وتغليف" : "Packing",
      own: draw.between(30, 60),
      agency: draw.between(70, 110),
    },
  ],
  goods: [{ product: language === "ar" ? "خدمات تعبئة" : "Packing services", kind: "services" }],
  foreign: [
    { site: 0, nationality: "IN", workers: 38 },
    { site: 0, nationality: "ET", workers: 24 },
  ],
  suppliers: [5, 3, 1],
  but: {
    D3: unsure("dk"),
    D4: { value: { answer: 62 } },
    E9: many("agents-word"),
    F1: { value: { agents: rows([{ name: "Al Noor Manpower", country: "AE", role: "employ", contract: "yes" }]) } },
    F2: one("no-rule"),
    F3: unsure("dk"),
    F7: many("none"),
    G5: unsure("legal"),
  },
  weaknesses: 0,
  papers: 3,
  comments: { G5: { en: "A case is before the labour court.", ar: "هناك قضية أمام محكمة العمل." } },
});
