import { clockList, type EnforcementList, enforcementList } from "#scoring/editions/sourced/law-schemas";
import type { SourcedGoodsList, SourcedMaterialList } from "#scoring/editions/sourced/schemas";
import { priorityContents } from "#scoring/reference/additions/sourced/priority-sectors";
import { sourcedProvenance } from "#scoring/reference/additions/sourced/provenance";
import {
  type CsvRow,
  readDoubt,
  readList,
  readWholeNumber,
  type SourceTables,
  sortBy,
} from "#scoring/reference/tables";
import { referencesOf, refuseUnknown } from "./references";

const listOfOrders = "2026-06-23";
const kinds: Readonly<Record<string, string>> = { WRO: "withhold-release-order", Finding: "finding" };
const states: Readonly<Record<string, string>> = {
  Active: "in-force",
  "Partially Modified": "modified",
  "Inactive-Pending Litigation": "in-court",
};

const orderKey = (date: string | undefined, type: string | undefined, entity: string | undefined) =>
  [date, type, entity].join(" ");

const flag = {
  kind: "judgement",
  text: "The country is the flag or the seat as it was reported; the list says only that it is a fishing vessel.",
};

/** Orders as CBP lists them. Its list names no country for vessels: that comes from the table of all orders. */
function listedOrders(tables: SourceTables) {
  const notes = new Map(
    tables("orderNotes").map((row) => [orderKey(row.date, row.type, row.entity), row] satisfies [string, CsvRow]),
  );
  const vessels = tables("orders").filter(({ entity }) => /vessel|Dalian/i.test(entity ?? ""));
  const orders = tables("ordersInForce").map((row) => {
    const { effective_date, type, entity } = row;
    const note = notes.get(orderKey(effective_date, type, entity));
    notes.delete(orderKey(effective_date, type, entity));
    const vessel = vessels.find((one) => one.date === effective_date && one.type === type);
    return {
      kind: kinds[type ?? ""],
      entity,
      names: [...readList(row, "aliases"), ...readList(note ?? {}, "further_names")],
      iso2: row.iso2 || vessel?.iso2 || null,
      goods: row.merchandise,
      from: effective_date,
      state: states[row.cbp_status ?? ""],
      ended: null,
      changed: note?.changed || undefined,
      replacedByPresumption: row.remarks?.includes("superseded by enforcement of UFLPA") ?? false,
      sources: ["cbp-list-2026"],
      doubt: row.iso2 ? undefined : flag,
    };
  });
  if (notes.size > 0) throw new Error(`No order has the note: ${[...notes.keys()].join(", ")}`);
  return orders;
}

const oneCopy = { kind: "secondary", text: "Known from one secondary source." };
const endUnknown = {
  kind: "derived",
  text: "Taken as ended because the list of 23 June 2026 no longer has it; the day is not known.",
};

/** Orders that ended: what CBP's list no longer has. */
function endedOrders(tables: SourceTables) {
  const listed = new Set(tables("ordersInForce").map((row) => orderKey(row.effective_date, row.type, row.entity)));
  return tables("orders")
    .filter(({ status, date, type, entity }) => status === "inactive" && !listed.has(orderKey(date, type, entity)))
    .map((row) => ({
      kind: kinds[row.type ?? ""],
      entity: row.entity,
      names: readList(row, "entity").filter((name) => name !== row.entity),
      iso2: row.iso2,
      goods: row.merchandise,
      from: row.date,
      state: "ended",
      ended: row.status_date || null,
      replacedByPresumption: false,
      sources: ["cbp-releases"],
      doubt: row.status_date === "" ? endUnknown : row.confidence === "B" ? oneCopy : undefined,
    }));
}

const strategies: Readonly<Record<string, string>> = {
  "2022-06-17": "uflpa-2022",
  "2024-07-09": "uflpa-2024",
  "2025-08-19": "uflpa-2025",
};

function prioritySectors(rows: CsvRow[]) {
  refuseUnknown("priority sector", Object.keys(priorityContents), new Set(rows.map(({ sector }) => sector)));
  return sortBy(rows, ({ sector }) => sector).map((row) => {
    const content = priorityContents[row.sector ?? ""];
    if (!content) throw new Error(`Nobody said what belongs to the priority sector ${row.sector}`);
    const prefixes = readList(row, "hs_prefixes");
    refuseUnknown(`chapter of ${row.sector}`, content.wholeChapters, new Set(prefixes));
    return {
      id: row.sector,
      name: row.name_en,
      from: row.designated,
      document: row.document,
      prefixes,
      prefixBasis: row.hs_basis,
      ...content,
      sources: [strategies[row.designated ?? ""]],
      doubt: row.hs_basis?.includes("project judgement")
        ? {
            kind: "judgement",
            text: `Where it is found in the tariff is partly this project's judgement: ${row.hs_basis}.`,
          }
        : undefined,
    };
  });
}

const quoted = { kind: "secondary", text: "Named by a public research note of 5 October 2026 that quotes the notice." };

function entities(rows: CsvRow[]) {
  return sortBy(rows, ({ effective_date, entity }) => `${effective_date} ${entity}`).map((row) => ({
    entity: row.entity,
    names: readList(row, "aliases"),
    iso2: row.iso2,
    sections: readList(row, "sections"),
    scope: row.scope_note || undefined,
    from: row.effective_date,
    sources: [row.status === "partial" ? "fr-2026-15628" : "dhs-list-2025"],
    doubt: row.status === "partial" ? quoted : undefined,
  }));
}

/** Orders, findings, priority sectors and listed entities. */
export function assembleEnforcement(
  tables: SourceTables,
  goods: SourcedGoodsList,
  materials: SourcedMaterialList,
): EnforcementList {
  const rows = tables("entities");
  const orders = [...listedOrders(tables), ...endedOrders(tables)];
  const list = enforcementList.parse({
    ...sourcedProvenance.enforcement,
    references: referencesOf("enforcement", tables),
    asOf: listOfOrders,
    orders: sortBy(orders, ({ from, entity }) => `${from} ${entity}`),
    prioritySectors: prioritySectors(tables("prioritySectors")),
    entityLists: [
      {
        from: "2025-01-15",
        total: 144,
        here: rows.filter(({ status }) => status === "listed").length,
        sources: ["dhs-list-2025"],
      },
      { from: "2026-08-03", total: 187, here: rows.length, sources: ["fr-2026-15628"] },
    ],
    entities: entities(rows),
  });
  const named = list.prioritySectors;
  refuseUnknown(
    "good of a sector",
    named.flatMap((sector) => sector.goods),
    new Set(goods.goods.map(({ id }) => id)),
  );
  const known = new Set(materials.materials.map(({ id }) => id));
  refuseUnknown(
    "material of a sector",
    named.flatMap((sector) => sector.materials),
    known,
  );
  return list;
}

/** How long there is to prove something, in the order of the table. */
export function assembleClocks(tables: SourceTables) {
  return clockList.parse({
    ...sourcedProvenance.clocks,
    references: referencesOf("clocks", tables),
    clocks: tables("clocks").map((row) => ({
      regime: row.regime,
      case: row.case,
      startsWith: row.starts_with,
      length: readWholeNumber(row, "length"),
      unit: row.unit,
      capDays: row.cap_days ? readWholeNumber(row, "cap_days") : null,
      from: row.from,
      until: row.until || null,
      sources: readList(row, "sources"),
      doubt: readDoubt(row),
    })),
  });
}
