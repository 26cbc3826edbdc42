import { many, one, rows, type StoryTeller, yesNo } from "./story";

/** A clean mill: own staff, everything asked and checked. */
export const knitwear: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [{ name: `${place} mill`, country, activity: "Knitting, linking and finishing", own: draw.between(70, 240) }],
  goods: [{ product: "Merino base layers", hs: "61" }],
  but: {},
  weaknesses: year === 2025 ? 2 : draw.between(0, 1),
  papers: year === 2025 ? 2 : draw.between(5, 9),
  comments: { I2: { en: "Overtime is offered by list; nobody has to sign." } },
});

/** A print shop of a few people. */
export const labels: StoryTeller = ({ country, place, language }, draw) => ({
  sites: [{ name: `${place} print shop`, country, activity: "Printed labels and hangtags", own: draw.between(18, 60) }],
  goods: [{ product: language === "ar" ? "عبوات كرتونية وملصقات" : "Care labels and hangtags", hs: "49" }],
  suppliers: [4, 4, 3],
  but: {},
  weaknesses: draw.between(0, 2),
  papers: draw.between(0, 3),
});

/** Nothing bad is said, and nothing was looked at. */
export const careless: StoryTeller = ({ country, place }, draw) => ({
  sites: [{ name: `${place} works`, country, activity: "Spinning and twisting", own: draw.between(30, 80) }],
  goods: [{ product: "Yarn and cartons", hs: "48" }],
  suppliers: [0, 0, 0],
  but: { O1: many("not-checked") },
  weaknesses: 0,
  comments: { O1: { en: "Answered by the office from memory; we are a small firm." } },
});

/** Down and sewing with temporary staff from beyond the border. */
export const agencyEurope: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} filling hall`,
      country,
      activity: "Down filling and sewing",
      own: draw.between(90, 140),
      agency: draw.between(20, 45),
    },
  ],
  goods: [{ product: "Down jackets", hs: "62" }],
  foreign: [{ site: 0, nationality: "UA", workers: draw.between(14, 20) }],
  suppliers: [11, 11, 9],
  but: {
    D3: one("one-agent"),
    D4: { value: { answer: 12 } },
    F1: {
      value: {
        agents: rows([
          { name: "Praca Wschód Sp. z o.o.", country: "PL", licence: "KRAZ 40112", role: "employ", contract: "yes" },
        ]),
      },
    },
    G3: yesNo(["exits-unlocked", "separate-beds", "phones", "visitors", "not-separated"], ["live-elsewhere"]),
  },
  weaknesses: year === 2025 ? 4 : 1,
  papers: draw.between(6, 11),
});
