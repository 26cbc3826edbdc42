import { type GoodsList, goodsList } from "#scoring/editions/schemas";
import { broaderGood, goodIds, uflpaPriorityGoods } from "./additions/goods";
import { listProvenance } from "./additions/provenance";
import { type CsvRow, readFlag, readWholeNumber, sortBy } from "./tables";

/** Groups of goods named only in a summary of the 2024 edition. */
const groupIds: Record<string, string> = {
  "Cocoa food and beverage products": "cocoa-products",
  "Cotton textile products": "cotton-textile-products",
  "Sugar products": "sugar-products",
};

/** Makes the id of a listed good from its name: "Thread/Yarn" is thread-yarn. */
function goodId(name: string | undefined): string {
  if (!name) throw new Error("A line of the list of goods has no name");
  const made = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return goodIds[name] ?? groupIds[name] ?? made;
}

/** What this project adds to the lines of a list of goods. */
type GoodsJudgement = {
  /** A listed good that is a kind of another: narrower id to wider id. */
  broader: Readonly<Record<string, string>>;
  /** Goods of priority sectors. */
  priority: readonly string[];
  /** What a line, and a good made from a listed input, rests on. */
  restsOfLine?: (row: CsvRow) => object;
  restsOfDownstream?: (row: CsvRow) => object;
};

/**
 * Joins the lines of the list of goods with the goods made from listed inputs.
 * @throws when two names make one id, or the judgement names a good that is not there
 */
export function goodsContent(rows: CsvRow[], downstreamRows: CsvRow[], judgement: GoodsJudgement) {
  const { broader, restsOfLine, restsOfDownstream } = judgement;
  const names = new Map<string, string>();
  for (const name of [...rows.map((row) => row.good), ...downstreamRows.map((row) => row.downstream_good)]) {
    const id = goodId(name);
    if ((names.get(id) ?? name) !== name) throw new Error(`Two goods share the id ${id}`);
    names.set(id, name ?? "");
  }
  for (const id of [...Object.entries(broader).flat(), ...judgement.priority]) {
    if (!names.has(id)) throw new Error(`No good has the id ${id}`);
  }
  const priority = new Set(judgement.priority);
  const goods = sortBy([...names], ([id]) => id).map(([id, name]) => ({
    id,
    name,
    broader: broader[id],
    uflpaPriority: priority.has(id),
  }));
  const lines = rows.map((row) => ({
    iso2: row.iso2,
    good: goodId(row.good),
    child: readFlag(row, "child_labor"),
    forced: readFlag(row, "forced_labor"),
    forcedChild: row.forced_child_labor === "" ? null : readFlag(row, "forced_child_labor"),
    derived: readFlag(row, "derived"),
    edition: readWholeNumber(row, "edition"),
    removed2024: readFlag(row, "removed_2024"),
    ...restsOfLine?.(row),
  }));
  const downstream = downstreamRows.map((row) => ({
    input: goodId(row.input_good),
    inputIso2: row.input_iso2,
    good: goodId(row.downstream_good),
    iso2: row.downstream_iso2 || null,
    edition: readWholeNumber(row, "edition"),
    level: row.level,
    ...restsOfDownstream?.(row),
  }));
  return {
    goods,
    lines: sortBy(lines, (line) => `${line.iso2} ${line.good} ${line.edition}`),
    downstream: sortBy(downstream, (made) => `${made.input} ${made.inputIso2} ${made.good} ${made.iso2 ?? ""}`),
  };
}

/** The first list of goods. */
export function assembleGoods(rows: CsvRow[], downstreamRows: CsvRow[]): GoodsList {
  const judgement = { broader: broaderGood, priority: uflpaPriorityGoods };
  return goodsList.parse({ ...listProvenance.goods, ...goodsContent(rows, downstreamRows, judgement) });
}
