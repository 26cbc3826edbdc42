import { many, one, rows, type StoryTeller, unsure } from "./story";

/** Code, drawings and pictures, partly by people nobody has met. */
export const software: StoryTeller = ({ country, place }, draw) => ({
  sites: [
    {
      name: `${place} office`,
      country,
      activity: "Web shop and apps",
      work: "software-it-design",
      own: draw.between(35, 80),
    },
  ],
  goods: [{ product: "Web shop development", kind: "it", sector: "software-it", markets: ["eu"] }],
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

/** Packing and forwarding with staff whom an agent brought. */
export const packingHub: StoryTeller = ({ country, place, language }, draw) => ({
  sites: [
    {
      name: `${place} hub`,
      country,
      activity: language === "ar" ? "تعبئة وتغليف" : "Packing",
      work: "transport-storage",
      own: draw.between(30, 60),
      agency: draw.between(70, 110),
    },
  ],
  goods: [
    {
      product: language === "ar" ? "خدمات تعبئة" : "Packing services",
      kind: "services",
      sector: "transport-warehousing",
    },
  ],
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
