import { z } from "zod";
import { tiers } from "#terms/tiers";

/** ISO 3166-1 alpha-2 in capitals, with XK for Kosovo. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/);
/** The id of a body, and of a row of one. */
export const bodyId = z.string().regex(/^[a-z][a-z0-9.-]*$/);
const sectorId = z.string().regex(/^[a-z][a-z_]*$/);
export const chapterCode = z.string().regex(/^(0[1-9]|[1-9][0-9])$/);
const year = z.int().min(1900).max(2100);
export const text = z.string().min(1);

/**
 * What kind of doubt hangs over a figure. `elimination`: what was left after the others were read; `secondary`: one copy by
 * somebody else; `derived`: from the year before and reported changes; `contested`: sources differ; `partial`: a list that
 * is known to miss entries; `judgement`: our own mapping; `copy`: everything was read in stored copies; `newer`: a
 * later report may be out; `unread`: the text that decides was not read.
 */
export const doubtKinds = [
  "elimination",
  "secondary",
  "derived",
  "contested",
  "partial",
  "judgement",
  "copy",
  "newer",
  "unread",
] as const;

/** A doubt about one row, in English. */
export const rowDoubt = z.strictObject({ kind: z.enum(doubtKinds), text });
export type RowDoubt = z.infer<typeof rowDoubt>;

/** Where a body of reference data comes from and what is uncertain about it. Every file carries one. */
export const provenance = z.strictObject({
  id: bodyId,
  title: text,
  publisher: text,
  year: year.optional(),
  source: text,
  licence: text,
  doubts: z.array(text).min(1),
});
export type Provenance = z.infer<typeof provenance>;

/** Placement in the Trafficking in Persons Report. */
export const tier = z.enum(tiers);

/** One year of country placements. A country without an entry is not ranked. Never changed once published. */
export const countryEdition = provenance.extend({
  year,
  /** Day of release, or the month where only the month is known. */
  releasedOn: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  tiers: z.record(countryCode, tier),
});
export type CountryEdition = z.infer<typeof countryEdition>;

const country = z.strictObject({
  iso2: countryCode,
  iso3: z.string().regex(/^[A-Z]{3}$/),
  name: text,
  /** Whether the Trafficking in Persons Report ranks this country or area. */
  tipCovered: z.boolean(),
  aliases: z.array(text),
});
export type Country = z.infer<typeof country>;
export const countryList = provenance.extend({ countries: z.array(country) });
export type CountryList = z.infer<typeof countryList>;

const good = z.strictObject({
  id: bodyId,
  name: text,
  /** The wider good this one is a kind of: clay bricks are bricks. */
  broader: bodyId.optional(),
  uflpaPriority: z.boolean(),
});

/** One line of the Department of Labor list: this good from this country. */
export const goodsLine = z.strictObject({
  iso2: countryCode,
  good: bodyId,
  child: z.boolean(),
  forced: z.boolean(),
  /** Null where the source of the line does not say. */
  forcedChild: z.boolean().nullable(),
  /** Listed because of an input; both labour flags are then false and the good still counts as exposed. */
  derived: z.boolean(),
  edition: year,
  removed2024: z.boolean(),
});
export type GoodsLine = z.infer<typeof goodsLine>;

/** A good made from a listed input. No `iso2` means that the source names no country of manufacture. */
export const downstreamGood = z.strictObject({
  input: bodyId,
  inputIso2: countryCode,
  good: bodyId,
  iso2: countryCode.nullable(),
  edition: year,
  level: z.enum(["item", "category"]),
});
export type DownstreamGood = z.infer<typeof downstreamGood>;

export const goodsList = provenance.extend({
  goods: z.array(good),
  lines: z.array(goodsLine),
  downstream: z.array(downstreamGood),
});
export type GoodsList = z.infer<typeof goodsList>;

/** A raw material asked about by name, and the listed goods that stand for it. */
export const material = z.strictObject({ id: bodyId, name: text, goods: z.array(bodyId), uflpaPriority: z.boolean() });
export type Material = z.infer<typeof material>;
export const materialList = provenance.extend({ materials: z.array(material) });
export type MaterialList = z.infer<typeof materialList>;

/** A country reported to have hosted North Korean workers. Years are those of the earliest and latest report. */
export const host = z.strictObject({
  iso2: countryCode,
  firstReported: year,
  lastReported: year,
  industries: z.array(text),
  sectors: z.array(sectorId),
  evidence: z.enum(["official", "press", "weak"]),
  sources: z.array(text).min(1),
});

/** An industry named in those reports, with the sectors and the HS chapters of goods it can make. */
const hostIndustry = z.strictObject({
  name: text,
  sectors: z.array(sectorId).min(1),
  chapters: z.array(chapterCode),
});
export const dprkHostList = provenance.extend({ hosts: z.array(host), industries: z.array(hostIndustry) });
export type DprkHostList = z.infer<typeof dprkHostList>;

const hsChapter = z.strictObject({ chapter: chapterCode, title: text, sectors: z.array(sectorId) });
export const hsChapterList = provenance.extend({ chapters: z.array(hsChapter) });
export type HsChapterList = z.infer<typeof hsChapterList>;

/** High means one of Verité's eleven sectors; elevated and baseline are our own judgement. */
const sector = z.strictObject({
  id: sectorId,
  name: text,
  risk: z.enum(["high", "elevated", "baseline"]),
  isic: z.array(text).min(1),
  hazards: z.array(text).min(1),
  source: text,
});
export const sectorList = provenance.extend({ sectors: z.array(sector) });
export type SectorList = z.infer<typeof sectorList>;

/** A country where migrant labour is usual, and what says so. */
const migrantCountry = z.strictObject({
  iso2: countryCode,
  /** Percent of the population born in another country; null where the reason is another. */
  share: z.number().min(0).max(100).nullable(),
  year,
  /** What was reported instead of a share. */
  reported: text.optional(),
  source: text.optional(),
});
export const migrantLabourList = provenance.extend({
  /** Percent of the population from which the share alone makes migrant labour usual. */
  usualFrom: z.number().min(0).max(100),
  countries: z.array(migrantCountry),
});
export type MigrantLabourList = z.infer<typeof migrantLabourList>;

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** SHA-256 in hex of each body's canonical JSON, by id. */
export const fingerprintList = z.record(bodyId, sha256Hex);

/** SHA-256 in hex of the bytes of each table that a body was built from, by file name, by the id of the body. */
export const builtFromList = z.record(bodyId, z.record(z.string(), sha256Hex));
