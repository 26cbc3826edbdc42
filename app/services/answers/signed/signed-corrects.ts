import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, Declaration } from "#db/records";

/** What was signed before and is corrected, as it stands in the signed document: its reference and its SHA-256 in hex. */
export type SignedCorrects = { readonly reference: string; readonly hash: string };

const Document = z.object({ corrects: z.object({ reference: z.string() }).optional() });

/** The reference of what a signed document corrects, where it does. */
export function correctsIn({ document }: Pick<Declaration, "document">): string | undefined {
  return Document.parse(JSON.parse(document)).corrects?.reference;
}

/** What an attestation is about to correct; undefined for all others. */
export async function correctedBy(
  { store }: Pick<ServiceContext, "store">,
  { attestation, returned }: Pick<AttestationDetails, "attestation" | "returned">,
): Promise<SignedCorrects | undefined> {
  const before = returned && (await store.attestations.get(attestation.org, returned.attestation));
  if (!before?.declaration) return undefined;
  return { reference: before.attestation.reference, hash: before.declaration.hash };
}
