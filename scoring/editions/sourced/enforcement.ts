import type { Doubt } from "#scoring/editions/edition-doubts";
import { doubtsOfRows } from "./doubts";
import { entityKey } from "./entity-names";
import type { EnforcementList, ListedEntity, Order, PrioritySector } from "./law-schemas";

/** What enforcement is looked up for: a name, or what belongs to a priority sector. */
export type EnforcementSubject =
  | { readonly entity: string }
  | { readonly sector: string }
  | { readonly chapter: string }
  | { readonly good: string }
  | { readonly material: string };

/**
 * What is known of orders, findings, listed entities and priority sectors. Nothing found is no proof of anything: `missing` says
 * what the lists lack and `asOf` how old the list of orders is, and both belong beside every answer.
 */
export type Enforcement = {
  /** Oldest first; ended ones too. */
  readonly orders: readonly Order[];
  readonly entities: readonly ListedEntity[];
  readonly sectors: readonly PrioritySector[];
  readonly doubts: readonly Doubt[];
  /** ISO date. */
  readonly asOf: string;
  readonly missing: readonly string[];
};

type Named = { readonly entity: string; readonly names: readonly string[] };

function byName<T extends Named>(rows: readonly T[]): (name: string) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of new Set([row.entity, ...row.names].map(entityKey))) {
      if (key !== "") found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return (name) => found.get(entityKey(name)) ?? [];
}

function belongs({ id, wholeChapters, goods, materials }: PrioritySector, subject: EnforcementSubject): boolean {
  if ("sector" in subject) return id === subject.sector;
  if ("chapter" in subject) return wholeChapters.includes(subject.chapter);
  if ("good" in subject) return goods.includes(subject.good);
  return "material" in subject && materials.includes(subject.material);
}

/** Looks up what is enforced against a name, or in the priority sector that something belongs to. */
export function enforcementReader(list: EnforcementList): (subject: EnforcementSubject) => Enforcement {
  const { id, asOf, missing } = list;
  const ordersOf = byName(list.orders);
  const entitiesOf = byName(list.entities);
  return (subject) => {
    const orders = "entity" in subject ? ordersOf(subject.entity) : [];
    const entities = "entity" in subject ? entitiesOf(subject.entity) : [];
    const sectors = list.prioritySectors.filter((sector) => belongs(sector, subject));
    const doubts = doubtsOfRows(id, [...orders, ...entities, ...sectors]);
    return { orders, entities, sectors, doubts, asOf, missing };
  };
}
