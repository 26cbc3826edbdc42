import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { SupplierContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { findInOffice } from "#app/services/supplier/evidence/files/inside/office";
import { type FoundCells, findCells, type Place } from "#questionnaires/workbook/find-cells";
import type { Finding, FindingKind } from "./changes/proposal";
import { columnWords, proposeChanges } from "./changes/propose-changes";
import { type CarriedFile, cellsOfFile, isOfOther, type LeftPlaces, packFile, unpackFile } from "./changes/sent-cells";
import { ownInWorkbook } from "./own-questions";

/** Largest file that is read: a questionnaire with 200 sites takes a tenth of it. */
export const largestWorkbook = 5_000_000;

/** Why a file is not read. */
export const refusals = ["none", "unreadable", "macros", "links", "too-large"] as const;
export type Refusal = (typeof refusals)[number];

/** Cells of a sort whose place is told; of the others only how many there are. */
const mostPlaces = 8;

/**
 * Reads a workbook or a CSV file and looks what it would change. Nothing is written: what the file says goes to the page of the
 * preview and comes back with its form.
 */
export const takeWorkbook = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }),
  events: [],
  async run(ctx, { name, bytes }): Promise<{ readonly refused: Refusal } | { readonly file: CarriedFile }> {
    const refused = refusalIn(bytes);
    if (refused) return { refused };
    try {
      const sheets = await ctx.lists.sheets(bytes);
      const questions = ownInWorkbook(ctx.session, ctx.session.questionnaire.questions.values());
      const file = fileOf(ctx, name, findCells(sheets, questions, columnWords(ctx)));
      // What its form could not bring back is not shown: it would be lost when it is saved.
      return unpackFile(packFile(file)) === undefined ? { refused: "too-large" } : { file };
    } catch (error) {
      if (error instanceof Problem && error.code === "too-large") return { refused: "too-large" };
      if (error instanceof Problem && error.code === "bad-request") return { refused: "unreadable" };
      throw error;
    }
  },
});

/** Why a file is not even opened: its size, or what a workbook holds that no answers need. Of other files the reader tells. */
export function refusalIn(bytes: Uint8Array): Refusal | undefined {
  if (bytes.byteLength === 0) return "none";
  if (bytes.byteLength > largestWorkbook) return "too-large";
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const found = isPacked ? findInOffice(bytes) : undefined;
  if (found === undefined) return undefined;
  if (found === "macros") return found;
  return found === "unknown" ? "unreadable" : "links";
}

function fileOf(ctx: SupplierContext, name: string, found: FoundCells): CarriedFile {
  const { session } = ctx;
  const { reference } = session.file.attestation;
  const sent = cellsOfFile(found, reference);
  const { findings, left } = proposeChanges(ctx, session, sent);
  const version = Number(found.about.get("version"));
  const other = isOfOther(found.about, reference) ? found.about.get("reference") : undefined;
  return {
    name: name.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(-120),
    cells: left,
    alone: {
      empty: found.empty,
      same: findings.filter(isA("same")).length,
      kept: findings.filter(isA("kept")).length,
      notAsked: placesOf(findings.filter(isA("not-asked"))),
      strange: placesOf(found.strange),
    },
    older: version < session.questionnaire.definition.version,
    ...(other === undefined ? {} : { other: other.slice(0, 100) }),
  };
}

const isA = (kind: FindingKind) => (finding: Finding) => finding.kind === kind;

function placesOf(places: readonly Place[]): LeftPlaces {
  return { count: places.length, first: places.slice(0, mostPlaces).map(({ sheet, cell }) => ({ sheet, cell })) };
}
