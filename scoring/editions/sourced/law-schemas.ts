import { z } from "zod";
import { bodyId, chapterCode, countryCode, rowDoubt, text } from "#scoring/editions/schemas";
import { date, rowSources, sourcedProvenance } from "./schemas";

const day = z.iso.date();
const about = { sources: rowSources, doubt: rowDoubt.optional() };

/** An order or finding of US Customs and Border Protection under 19 U.S.C. 1307. */
const order = z.strictObject({
  kind: z.enum(["withhold-release-order", "finding"]),
  entity: text,
  /** Other names, and the single names where one order names several. */
  names: z.array(text),
  /** Null where the list names no country. */
  iso2: countryCode.nullable(),
  goods: text,
  from: day,
  /** `in-court`: does not apply while a court decides; `ended`: lifted, revoked, or replaced by a finding. */
  state: z.enum(["in-force", "modified", "in-court", "ended"]),
  ended: date.nullable(),
  /** What was changed, or stayed. */
  changed: text.optional(),
  /** Customs enforces the presumption of the Uyghur Forced Labor Prevention Act in its place. */
  replacedByPresumption: z.boolean(),
  ...about,
});
export type Order = z.infer<typeof order>;

/** A sector that the strategy of the Uyghur Forced Labor Prevention Act names for enforcement. It presumes nothing by itself. */
const prioritySector = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  name: text,
  from: day,
  document: text,
  /** HS chapters, headings and subheadings that it is found under. */
  prefixes: z.array(z.string().regex(/^(\d{2}|\d{4}|\d{6})$/)),
  prefixBasis: text,
  /** Those HS chapters that it covers as a whole. */
  wholeChapters: z.array(chapterCode),
  /** Ids of the list of goods and of the list of materials that belong to it. */
  goods: z.array(bodyId),
  materials: z.array(bodyId),
  ...about,
});
export type PrioritySector = z.infer<typeof prioritySector>;

/** A version of the entity list of the Uyghur Forced Labor Prevention Act. */
const entityList = z.strictObject({
  from: day,
  /** How many entities it has, and how many of them are here. */
  total: z.int().min(1),
  here: z.int().min(1),
  sources: rowSources,
});
export type EntityList = z.infer<typeof entityList>;

const listedEntity = z.strictObject({
  entity: text,
  names: z.array(text),
  iso2: countryCode,
  /** Sub-lists: i in Xinjiang, ii transfer of workers, iv exports, v sourcing; none where the source does not say. */
  sections: z.array(z.enum(["i", "ii", "iv", "v"])),
  scope: text.optional(),
  from: day,
  ...about,
});
export type ListedEntity = z.infer<typeof listedEntity>;

export const enforcementList = sourcedProvenance.extend({
  /** The day of the list of orders: later orders and liftings are not here. */
  asOf: day,
  orders: z.array(order),
  prioritySectors: z.array(prioritySector),
  /** Oldest first. */
  entityLists: z.array(entityList).min(1),
  entities: z.array(listedEntity),
});
export type EnforcementList = z.infer<typeof enforcementList>;

/** How long there is to prove something, by law and day. */
const clock = z.strictObject({
  /** The law, by the id that questionnaires use. */
  regime: bodyId,
  /** `detention`: goods are held at the border; `request`: an authority asks. */
  case: z.enum(["detention", "request"]),
  startsWith: z.enum(["notice-of-detention", "importation", "request-of-authority"]),
  length: z.int().min(1),
  unit: z.enum(["days", "working-days", "months"]),
  /** Calendar days that extensions can bring it to in all; null where no extension is known, so none must be counted on. */
  capDays: z.int().min(1).nullable(),
  from: date,
  /** The last day, where another rule follows. */
  until: day.nullable(),
  ...about,
});
export type Clock = z.infer<typeof clock>;
export const clockList = sourcedProvenance.extend({ clocks: z.array(clock) });
