import { Problem } from "#app/domain/problem";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";

/** A file that is made of one text. */
export type TextFile = { readonly name: string; readonly type: string; readonly text: string };

/** Name of the data file of a receipt. */
export function receiptFileName(reference: string): string {
  return `${reference}.json`;
}

/** What was signed, as the very text that its hash was taken of. @throws Problem "not-found" before it was */
export const readReceipt = supplierUseCase({
  permission: "attestations.check",
  input: noInput,
  events: [],
  run({ session }): TextFile {
    const { declaration, attestation } = session.file;
    if (!declaration) throw new Problem("not-found");
    return {
      name: receiptFileName(attestation.reference),
      type: "application/json; charset=utf-8",
      text: declaration.document,
    };
  },
});
