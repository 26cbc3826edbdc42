import { many, one, rows, type StoryTeller, yesNo } from "./story";

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
  },
  plans: [
    {
      gap: "Passports are kept in the office safe",
      action: "Give every worker a locker with their own key and hand the passports back",
      question: "G1",
      responsible: "Plant manager",
      due: `${year + 1}-01-31`,
    },
    {
      gap: "Agent fees of 2024 not yet paid back",
      action: "Pay them back with the wages of six months",
      question: "F4",
      responsible: "Finance",
      due: `${year + 1}-06-30`,
    },
  ],
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
