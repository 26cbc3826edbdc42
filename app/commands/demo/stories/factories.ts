import { many, one, type StoryTeller } from "./story";

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
