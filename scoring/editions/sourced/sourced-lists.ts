import type { z } from "zod";
import type { Doubt } from "#scoring/editions/edition-doubts";
import { prepareLists, type ReferenceLists } from "#scoring/editions/reference-lists";
import type { MigrantLabourList, RowDoubt } from "#scoring/editions/schemas";
import { doubtAt, doubtsOfRows } from "./doubts";
import { type Enforcement, type EnforcementSubject, enforcementReader } from "./enforcement";
import { type GoodsListing, goodsByChapter, goodsListingOf } from "./goods-reader";
import { type Clock, clockList, type EnforcementList, type EntityList, enforcementList } from "./law-schemas";
import {
  type ServiceSector,
  type SourcedGoodsList,
  type SourcedHostList,
  type SourcedMaterialList,
  serviceSectorList,
  sourcedGoodsList,
  sourcedHostList,
  sourcedMaterialList,
} from "./schemas";

/** A row with what is uncertain about it, in English, for the step of a rating that used it. */
type Told<Row> = Row & { readonly doubts: readonly Doubt[] };

type MigrantCountry = MigrantLabourList["countries"][number];
type ServiceSectorList = z.infer<typeof serviceSectorList>;
type ClockList = z.infer<typeof clockList>;

/** Lists whose rows name what they rest on: they answer all that the first lists answer, and more. */
export type SourcedLists = ReferenceLists & {
  readonly goods: SourcedGoodsList;
  readonly hosts: SourcedHostList;
  readonly materials: SourcedMaterialList;
  readonly serviceSectors: ServiceSectorList;
  readonly enforcement: EnforcementList;
  readonly clocks: ClockList;
  /** Whether a priority sector of the Uyghur Forced Labor Prevention Act covers all of an HS chapter. */
  isPriorityChapter(chapter: string): boolean;
  /**
   * How a good is listed, seen from a country (ISO 3166-1 alpha-2, capitals); undefined for what is no listed good.
   * It looks through the whole list: ratings ask `goodListed`, which remembers, and explanations this.
   */
  goodsListing(good: string, iso2: string): GoodsListing | undefined;
  /** The same for the listed goods that stand for a material. */
  materialListing(material: string, iso2: string): GoodsListing | undefined;
  /** Ids of the goods of an HS chapter ("61") that are listed for a country: what "not on the list" is checked against. */
  listedInChapter(chapter: string, iso2: string): readonly string[];
  /** The materials that goods of an HS chapter usually hold; none for most chapters. */
  materialChapters(chapter: string): readonly Told<SourcedMaterialList["chapters"][number]>[];
  /** A country reported to have hosted North Korean workers. */
  hostReport(iso2: string): Told<SourcedHostList["hosts"][number]> | undefined;
  /** A sector of services, with its points and the industries reported for North Korean labour that it is. */
  serviceSector(sector: string): Told<ServiceSector> | undefined;
  /** Why workers from other countries are usual in a country; undefined where they are not known to be. */
  usualMigrantLabour(iso2: string): Told<MigrantCountry> | undefined;
  /** Orders, findings, listed entities and priority sectors for a name, or for what belongs to a sector. */
  enforcementFor(subject: EnforcementSubject): Enforcement;
  /** The UFLPA Entity List as it holds on a day (ISO date), with how many of its names are here. */
  entityListOn(day: string): EntityList | undefined;
  /** How long there is to prove something under a law, as it holds on a day (ISO date); undefined where no rule is known. */
  clockFor(regime: string, day: string): Told<Clock> | undefined;
};

/** The bodies, as parsed JSON values from anywhere. */
type SourcedFiles = Readonly<
  Record<"goods" | "hosts" | "materials" | "serviceSectors" | "enforcement" | "clocks", unknown>
>;

/**
 * Checks the lists and prepares them for looking up.
 * @param first lists whose countries, chapters, sectors and migrant labour go on
 * @throws ZodError naming each place that does not fit
 */
export function loadSourcedLists(files: SourcedFiles, first: ReferenceLists): SourcedLists {
  const goods = sourcedGoodsList.parse(files.goods);
  const hosts = sourcedHostList.parse(files.hosts);
  const materials = sourcedMaterialList.parse(files.materials);
  const serviceSectors = serviceSectorList.parse(files.serviceSectors);
  const enforcement = enforcementList.parse(files.enforcement);
  const clocks = clockList.parse(files.clocks);

  const prepared = prepareLists({ ...first, goods, hosts, materials });
  const goodIds = new Set(goods.goods.map(({ id }) => id));
  const hostRows = new Map(hosts.hosts.map((row) => [row.iso2, told(hosts.id, row)]));
  const serviceRows = new Map(serviceSectors.sectors.map((row) => [row.id, told(serviceSectors.id, row)]));
  const clockRows = clocks.clocks.map((row) => told(clocks.id, row));
  const heldRows = materials.chapters.map((row) => {
    return { ...row, doubts: row.basis === "title" ? [] : doubtAt(materials, 4, "judgement") };
  });
  const heldIn = new Map(heldRows.map(({ chapter }) => [chapter, heldRows.filter((row) => row.chapter === chapter)]));
  const migrantRows = new Map(
    first.migrantLabour.countries.map((row) => [row.iso2, migrantRow(first.migrantLabour, row)]),
  );
  const priorityChapters = new Set(enforcement.prioritySectors.flatMap(({ wholeChapters }) => wholeChapters));
  return {
    ...prepared,
    goods,
    hosts,
    materials,
    serviceSectors,
    enforcement,
    clocks,
    goodsListing: (good, iso2) => (goodIds.has(good) ? goodsListingOf(goods, [good], iso2) : undefined),
    materialListing: (material, iso2) => {
      const ids = prepared.findMaterial(material)?.goods;
      return ids && goodsListingOf(goods, ids, iso2);
    },
    listedInChapter: goodsByChapter(goods),
    materialChapters: (chapter) => heldIn.get(chapter) ?? [],
    isPriorityChapter: (chapter) => priorityChapters.has(chapter),
    hostReport: (iso2) => hostRows.get(iso2),
    serviceSector: (sector) => serviceRows.get(sector),
    usualMigrantLabour: (iso2) => migrantRows.get(iso2),
    enforcementFor: enforcementReader(enforcement),
    entityListOn: (day) => enforcement.entityLists.findLast((list) => holdsOn(list, day)),
    clockFor: (regime, day) => clockRows.find((clock) => clock.regime === regime && holdsOn(clock, day)),
  };
}

function told<Row extends { readonly doubt?: RowDoubt | undefined }>(list: string, row: Row): Told<Row> {
  return { ...row, doubts: doubtsOfRows(list, [row]) };
}

/** A rule known by its month holds from its first day; what is no date is on no day. */
function holdsOn({ from, until }: { from: string; until?: string | null }, day: string): boolean {
  return from <= day && (!until || day <= until) && /^\d{4}-\d{2}-\d{2}$/.test(day);
}

/** Countries whose people born elsewhere are mostly no workers, as the list itself says. */
const movedByBorders = new Set(["BY", "HR", "LB", "RS", "UA"]);

/** The places of doubts are those in the published list. */
function migrantRow(list: MigrantLabourList, row: MigrantCountry): Told<MigrantCountry> {
  if (row.share === null) return { ...row, doubts: doubtAt(list, 2, "secondary") };
  const moved = movedByBorders.has(row.iso2) ? doubtAt(list, 1, "contested") : [];
  return { ...row, doubts: [...doubtAt(list, 0, "judgement"), ...moved] };
}
