import type { EvidenceFileType } from "#app/services/supplier/evidence/files/file-type";
import { findInOffice, type OfficeFinding } from "./office";
import { findInPdf, type PdfFinding } from "./pdf";

export type InsideFinding = OfficeFinding | PdfFinding;

/** Whole files are held in memory here, so one is looked into after the other. */
let last: Promise<unknown> = Promise.resolve();

/** What a file of a kind holds that no document needs; undefined for nothing. `read` gives all its bytes, at most 20 MB. */
export function lookInside(type: EvidenceFileType, read: () => Promise<Buffer>): Promise<InsideFinding | undefined> {
  const find = finders[type];
  if (!find) return Promise.resolve(undefined);
  const found = last.then(async () => find(await read()));
  last = found.catch(() => undefined);
  return found;
}

/** Whether files of a kind are looked into, and held in memory meanwhile. */
export function isLookedInto(type: EvidenceFileType): boolean {
  return finders[type] !== undefined;
}

const finders: Partial<Record<EvidenceFileType, (bytes: Buffer) => Promise<InsideFinding | undefined>>> = {
  pdf: findInPdf,
  xlsx: async (bytes) => findInOffice(bytes),
  docx: async (bytes) => findInOffice(bytes),
};
