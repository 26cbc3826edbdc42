import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, Declaration } from "#db/records";

/** A question whose answer somebody of the buyer gave for the supplier, with their name. */
export type AnswerGiven = { readonly question: string; readonly name: string };

const signed = z.object({
  answeredForSupplier: z.array(z.object({ question: z.string(), name: z.string() })).default([]),
});

/** Those that stood in what was signed. */
export function answersGivenIn({ document }: Pick<Declaration, "document">): readonly AnswerGiven[] {
  return signed.parse(JSON.parse(document)).answeredForSupplier;
}

/** Those of an attestation: as they were signed, and before that as they are kept. */
export async function answersGiven(
  { store }: Pick<ServiceContext, "store">,
  { attestation: { org, id }, declaration }: AttestationDetails,
): Promise<readonly AnswerGiven[]> {
  if (declaration) return answersGivenIn(declaration);
  const found = await store.attestations.standIns(org, id);
  return found.map(({ question, standIn }) => ({ question, name: standIn.name }));
}
