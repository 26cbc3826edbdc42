import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, Declaration } from "#db/records";

/** A question with the name of whoever gave its answer, where that was not the holder of the supplier's own link. */
export type AnswerGiven = { readonly question: string; readonly name: string };

/** Answers that others gave: people of the buyer for the supplier, and colleagues whom the supplier asked. */
export type AnswersGiven = {
  readonly forSupplier: readonly AnswerGiven[];
  readonly byColleagues: readonly AnswerGiven[];
};

/** A question whose answer was signed before and said to be still true, with when that was. */
export type AnswerCarried = { readonly question: string; readonly signedAt: Date };

const given = z.array(z.object({ question: z.string(), name: z.string() })).default([]);
const signed = z.object({ answeredForSupplier: given, answeredByColleagues: given });

/** Those that stood in what was signed. */
export function answersGivenIn({ document }: Pick<Declaration, "document">): AnswersGiven {
  const { answeredForSupplier, answeredByColleagues } = signed.parse(JSON.parse(document));
  return { forSupplier: answeredForSupplier, byColleagues: answeredByColleagues };
}

const signedCarried = z.object({
  answersCarried: z.array(z.object({ question: z.string(), signedAt: z.iso.datetime() })).default([]),
});

/** Answers that were taken from what was signed before: as they were signed, and before that as they are kept. */
export async function answersCarried(
  { store }: Pick<ServiceContext, "store">,
  { attestation: { org, id }, declaration }: Pick<AttestationDetails, "attestation" | "declaration">,
): Promise<readonly AnswerCarried[]> {
  const found = declaration
    ? signedCarried.parse(JSON.parse(declaration.document)).answersCarried
    : (await store.attestations.carried(org, id)).map(({ question, carried }) => ({ question, ...carried }));
  return found.map(({ question, signedAt }) => ({ question, signedAt: new Date(signedAt) }));
}

/** Those of an attestation: as they were signed, and before that as they are kept. */
export async function answersGiven(
  { store }: Pick<ServiceContext, "store">,
  { attestation: { org, id }, declaration }: AttestationDetails,
): Promise<AnswersGiven> {
  if (declaration) return answersGivenIn(declaration);
  const standIns = await store.attestations.standIns(org, id);
  const colleagues = await store.colleagues.answers(org, id);
  return {
    forSupplier: standIns.map(({ question, standIn }) => ({ question, name: standIn.name })),
    byColleagues: colleagues.map(({ question, name }) => ({ question, name })),
  };
}

/** Who gave the answer to a question, of these. */
export function nameOf(answers: readonly AnswerGiven[], question: string): string | undefined {
  return answers.find((one) => one.question === question)?.name;
}
