import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { supplierUseCase } from "#app/services/context/use-case";
import { saveAnswer } from "#app/services/supplier/question/save-answer";
import { newestSession } from "#app/services/supplier/session/newest-session";
import { pageFields } from "#app/services/supplier/session/page-input";
import type { Fields } from "#questionnaires/reading";
import { isOpen } from "./changes/left-cells";
import type { Settled } from "./changes/proposal";
import { proposeChanges } from "./changes/propose-changes";
import { type CarriedFile, unpackFile } from "./changes/sent-cells";

type AppliedWorkbook = {
  /** `saved`: all that was settled is; `partly`: somebody saved another answer meanwhile; `not-saved`: the disk is full. */
  readonly kind: "saved" | "partly" | "not-saved";
  /** Cells and new rows that were saved. */
  readonly count: number;
  /** What is left to be settled; undefined for nothing. */
  readonly left?: CarriedFile;
};

/** What the form of a preview brings: the file, and what was settled. @throws Problem "bad-request" for a form that is not ours */
export function fileOfForm(fields: Fields): { readonly file: CarriedFile; readonly settled: Settled } {
  const file = unpackFile(fields.get("file")?.at(-1) ?? "");
  if (file === undefined) throw new Problem("bad-request");
  const named = (before: string) =>
    [...fields].flatMap(([name, values]): [string, string][] =>
      name.startsWith(before) ? [[name.slice(before.length), values.at(-1) ?? ""]] : [],
    );
  return {
    file,
    settled: {
      fixes: new Map(named("fix.").filter(([, text]) => text.trim() !== "")),
      takes: new Set(named("take.").flatMap(([box, side]) => (side === "file" ? [box] : []))),
    },
  };
}

/**
 * Saves what a file changes, question by question, as the pages do. An answer that was saved after the preview is never
 * overwritten: its cells are shown again as changed in two places. The same form sent twice saves once.
 */
export const applyWorkbook = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ fields: pageFields }),
  events: ["answer.saved"],
  async run(ctx, { fields }, event): Promise<AppliedWorkbook> {
    const { file, settled } = fileOfForm(fields);
    const newest = await newestSession(ctx, ctx.session);
    const { answers, findings } = proposeChanges(ctx, newest, file.cells, settled);
    let session = newest;
    let kind: AppliedWorkbook["kind"] = "saved";
    const saved = new Set<string>();
    for (const [question, answer] of answers) {
      const basedOn = newest.file.revisions[question] ?? 0;
      const outcome = await saveAnswer(ctx, session, event, { question, answer, basedOn });
      if (outcome.kind === "saved") {
        session = outcome.session;
        saved.add(question);
      } else kind = outcome.kind === "conflict" ? "partly" : outcome.kind;
      if (outcome.kind === "not-saved") break;
    }
    const after = proposeChanges(ctx, await newestSession(ctx, session), file.cells, { ...settled, takes: new Set() });
    const open = after.findings.filter(isOpen);
    const count = findings.filter((one) => one.kind === "change" && saved.has(one.question)).length;
    return { kind, count, ...(open.length > 0 ? { left: { ...file, cells: after.left } } : {}) };
  },
});
