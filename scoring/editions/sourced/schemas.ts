import { z } from "zod";
import {
  bodyId,
  chapterCode,
  downstreamGood,
  dprkHostList,
  goodsLine,
  goodsList,
  host,
  material,
  materialList,
  provenance,
  rowDoubt,
  text,
} from "#scoring/editions/schemas";

/** A day, or a month where only the month is known. */
export const date = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);

/** What the rows of a body rest on. */
const reference = z.strictObject({
  id: bodyId,
  title: text,
  /** Where it is found; null where the address was not kept. */
  address: text.nullable(),
  /** When it was published, as exactly as is known; null where nobody says. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  /** Whether it was read itself, is known from what others say about it, or was not read at all. */
  known: z.enum(["read", "second-hand", "unread"]),
});

/** A body whose rows name what they rest on, and that says in words what it is known to lack. */
export const sourcedProvenance = provenance.extend({
  references: z.array(reference).min(1),
  missing: z.array(text).min(1),
});
export type SourcedProvenance = z.infer<typeof sourcedProvenance>;

const { references, missing } = sourcedProvenance.shape;
const sourced = { references, missing };
/** Ids of the references that a row rests on. */
export const rowSources = z.array(bodyId).min(1);

const sourcedGoodsLine = goodsLine.extend({ sources: rowSources, doubt: rowDoubt.optional() });
const sourcedDownstream = downstreamGood.extend({ sources: rowSources, doubt: rowDoubt.optional() });
const chapterGood = z.strictObject({ chapter: chapterCode, good: bodyId });
export const sourcedGoodsList = goodsList.extend({
  ...sourced,
  lines: z.array(sourcedGoodsLine),
  downstream: z.array(sourcedDownstream),
  /** HS chapters that a listed good is traded under: this project's judgement. */
  chapters: z.array(chapterGood),
});
export type SourcedGoodsList = z.infer<typeof sourcedGoodsList>;

export const sourcedHostList = dprkHostList.extend({
  ...sourced,
  hosts: z.array(host.extend({ doubt: rowDoubt.optional() })),
});
export type SourcedHostList = z.infer<typeof sourcedHostList>;

/** A material that goods of a chapter usually hold. */
const chapterMaterial = z.strictObject({
  chapter: chapterCode,
  material: bodyId,
  /** `title`: the title of the chapter names it; `usual`: goods of the chapter are usually made with it, by our judgement. */
  basis: z.enum(["title", "usual"]),
});
export const sourcedMaterialList = materialList.extend({
  ...sourced,
  materials: z.array(material.extend({ sources: rowSources, doubt: rowDoubt.optional() })),
  chapters: z.array(chapterMaterial),
});
export type SourcedMaterialList = z.infer<typeof sourcedMaterialList>;

/** What a supplier of services says that it does. */
const serviceSector = z.strictObject({
  id: bodyId,
  name: text,
  /** Points of the goods factor S, 0 to 100. */
  points: z.int().min(0).max(100),
  /** Points where the industry is reported for North Korean labour and the site is in a host country; null where it is not. */
  pointsWhereReported: z.int().min(0).max(100).nullable(),
  /** Industries of the list of hosts that it is. */
  hostIndustries: z.array(text),
  /** The sector of the list of sectors that it is, where there is one. */
  riskSector: text.nullable(),
  sources: rowSources,
  doubt: rowDoubt.optional(),
});
export type ServiceSector = z.infer<typeof serviceSector>;
export const serviceSectorList = sourcedProvenance.extend({ sectors: z.array(serviceSector) });
