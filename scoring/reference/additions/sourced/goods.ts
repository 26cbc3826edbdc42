import type { RowDoubt } from "#scoring/editions/schemas";
import { broaderGood } from "#scoring/reference/additions/goods";
import { type CsvRow, readFlag } from "#scoring/reference/tables";

/** A listed good that is a kind of another, with those that came in November 2026. */
export const sourcedBroaderGood: Record<string, string> = { ...broaderGood, "electrolytic-copper-products": "copper" };

type Rests = { sources: string[]; doubt?: RowDoubt };

const note: Rests = {
  sources: ["research-note-2026"],
  doubt: {
    kind: "secondary",
    text: "Read in one public research note of 5 October 2026 that quotes the Department's own pages, not in the edition itself.",
  },
};

const lawFirm: Rests = {
  sources: ["kelley-drye-2024"],
  doubt: { kind: "secondary", text: "Read in a law firm's list of the additions of 2024, not in the edition itself." },
};

const thaiShrimp: RowDoubt = {
  kind: "contested",
  text: "Taken off the list in 2024 with child labour as the reason. Whether its forced labour was taken off too is not confirmed, so it still counts.",
};

/** What a line of the list of goods rests on. */
export function restsOfLine(row: CsvRow): Rests {
  if (row.status !== undefined) return note;
  if (row.edition === "2024") return lawFirm;
  if (!readFlag(row, "removed_2024")) return { sources: ["dol-2022"] };
  const sources = ["dol-2022", "thompson-hine-2024"];
  return readFlag(row, "forced_labor") ? { sources, doubt: thaiShrimp } : { sources };
}

const byHand: RowDoubt = {
  kind: "judgement",
  text: "The source gives the country of the input and not its name, which was matched by hand.",
};
const onlyAGroup: RowDoubt = {
  kind: "partial",
  text: "A summary of the edition of 2024 names this group of goods; the single goods in it were not read.",
};

/** What a good made from a listed input rests on. */
export function restsOfDownstream(row: CsvRow): Rests {
  if (row.status !== undefined) return note;
  if (row.level === "category") return { sources: ["thompson-hine-2024"], doubt: onlyAGroup };
  return { sources: ["dol-2022"], doubt: byHand };
}
