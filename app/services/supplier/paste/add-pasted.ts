import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { pageTexts, sourceWords } from "#app/services/supplier/page/page-texts";
import { saveRows } from "#app/services/supplier/rows/save-rows";
import { type TablePlace, tableAt, tableInput } from "#app/services/supplier/rows/table-place";
import { revisionNumber } from "#app/services/supplier/session/page-input";
import type { Row } from "#questionnaires/answers";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { type GoodLine, goodLines, readPasted, textLeft } from "./read-pasted";

export type AddedLines =
  /** `left`: the lines that were not added, as they were pasted; "" when all were. */
  | { readonly kind: "saved"; readonly added: number; readonly left: string }
  /** The list was changed since the lines were looked at. */
  | { readonly kind: "conflict" }
  | { readonly kind: "not-saved" };

/**
 * Adds the pasted lines without a problem as new rows at the end. `basedOn`: revision of the answer that the lines were looked at
 * with, where a page showed them. Adding the same lines again, as two clicks do, adds nothing.
 * @throws Problem "not-found" for a table that is not asked for, and for ended links
 */
export const addPasted = supplierUseCase({
  permission: "attestations.answer",
  input: tableInput.extend({ text: z.string(), basedOn: revisionNumber.optional() }),
  events: ["answer.saved"],
  async run(ctx, { question, part, text, basedOn }, event): Promise<AddedLines> {
    const { session } = ctx;
    const place = tableAt(session, question, part);
    const words = pageTexts(ctx, session.questionnaire, ctx.language);
    const pasted = readPasted(session, place, { text, words, source: sourceWords(ctx, session.questionnaire) });
    const revision = session.file.revisions[question] ?? 0;
    if (basedOn !== undefined && basedOn !== revision) {
      const all = pasted.lines.filter((line): line is GoodLine => "cells" in line);
      const there = endOf(place, all);
      return there === undefined ? { kind: "conflict" } : { kind: "saved", added: 0, left: textLeft(pasted, there) };
    }
    const lines = goodLines(pasted, place);
    if (lines.length === 0) return { kind: "saved", added: 0, left: textLeft(pasted, lines) };
    const added = lines.map(({ cells }): Row => ({ id: ctx.ids.next(), cells }));
    const saved = await saveRows(ctx, session, event, { place, rows: [...place.rows, ...added], basedOn: revision });
    return saved.kind === "saved" ? { kind: "saved", added: added.length, left: textLeft(pasted, lines) } : saved;
  },
});

/** The lines that stand at the end of the list already, as this paste would have put them there; undefined when it did not. */
function endOf({ part, rows }: TablePlace, lines: readonly GoodLine[]): readonly GoodLine[] | undefined {
  const asText = (all: readonly { readonly cells: Row["cells"] }[]) => canonicalJson(all.map(({ cells }) => cells));
  const lengths = rows.length < part.max ? [lines.length] : lines.map((_, at) => lines.length - at);
  const length = lengths.find((one) => one > 0 && asText(rows.slice(-one)) === asText(lines.slice(0, one)));
  return length === undefined ? undefined : lines.slice(0, length);
}
