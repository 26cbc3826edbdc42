import { z } from "zod";
import { Percent, Points, Scale, ScaleOrStep } from "./figures";

const Tiers = z.strictObject({ "1": Points, "2": Points, "2WL": Points, "3": Points, SC: Points, unranked: Points });

/** `listedHere`: listed for the country of the site; `exposed`: listed elsewhere, priority sector or reported industry. */
const goodsPoints = { listedHere: Points, exposed: Points, sector: Points, other: Points };

const Goods = z.union([
  z.strictObject(goodsPoints),
  z.strictObject({
    ...goodsPoints,
    /** Points of a line that leaves its chapter or its listed good open, or says "not on the list" of a chapter that holds one. */
    lineUnsaid: Points,
    /** Least points of a listed material whose country, or of materials of which nothing is said. */
    materialUnsaid: Points,
  }),
]);

const Workforce = z.strictObject({
  base: Points,
  foreign: Scale,
  indirect: Scale,
  /** Two or more layers of agents, or unknown ones; `one`: a single agent, where it counts. */
  agents: z.union([Points, z.strictObject({ one: Points, more: Points })]),
  /** Share of the foreign workers who come from countries in these tiers. */
  origins: z.union([
    z.strictObject({ points: Points, above: Percent, tiers: z.array(z.string()) }),
    z.strictObject({ points: Points, fullAt: Percent, tiers: z.array(z.string()) }),
  ]),
  /** Share of all workers in housing of the employer or an agent. */
  housing: ScaleOrStep,
});

const Origins = z.strictObject({ all: Points, some: Points, none: Points });

const Transparency = z.union([
  z.strictObject({ origins: Origins, worst: Points }),
  z.strictObject({
    origins: Origins,
    worst: Points,
    /** Points of each outsourced step without a named partner, at most 100; the share of them counts where it is more. */
    unnamedStep: Points,
    /** Points of a material by what is known of its origin. */
    materials: z.record(z.string(), Points),
    /** Sub-suppliers that did not answer are counted among these of L1. */
    subTierAmong: z.enum(["asked", "suppliers"]),
  }),
]);

export const Inherent = z.strictObject({
  /** Percent of country, goods, workforce and transparency; 100 together. */
  weights: z.strictObject({ C: Percent, S: Percent, W: Percent, T: Percent }),
  /** Percent that the worst site counts; the rest goes to the mean weighted by workers. */
  worstSite: Percent,
  /**
   * How sites weigh in the mean: by their workers as they are, or no site by more than the worst site has, only those that
   * make goods, and an empty one by so many.
   */
  mean: z
    .strictObject({ capped: z.literal("by-worst"), sites: z.literal("that-make-goods"), least: Points })
    .optional(),
  tiers: Tiers,
  /** Points of a site without a country; absent: Tier 3 left blank. */
  noCountry: Points.optional(),
  goods: Goods,
  workforce: Workforce,
  transparency: Transparency,
});
