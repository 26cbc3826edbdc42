import { readAsSigned } from "#app/services/answers/signed/signed-file";
import { inSignedWords } from "#app/services/answers/signed/signed-words";
import type { ServiceContext } from "#app/services/context/contexts";
import { requireQuestionnaire, requireRuleSetAndEdition } from "#app/services/ratings/rating-versions";
import { type SupplierSession, walkSession } from "#app/services/supplier/session/supplier-session";
import type { AttestationDetails, Carried } from "#db/records";
import type { Walk } from "#questionnaires/walk";

/** What the same supplier signed before, as it was signed. */
export type Earlier = {
  readonly file: AttestationDetails;
  readonly signedAt: Date;
  readonly from: Carried["from"];
  /** Its answers that counted then, over the version that they were given in. */
  readonly walk: Walk;
};

/**
 * What the supplier of a session signed last for the same buyer; undefined where it signed nothing else, or where what is
 * kept is not what was signed.
 */
export async function findEarlier(ctx: ServiceContext, { file }: SupplierSession): Promise<Earlier | undefined> {
  if (!file.signedBefore) return undefined;
  const { org, id: besides } = file.attestation;
  // What is asked again is offered beside what it corrects, whatever was signed since.
  const found =
    file.returned?.attestation ??
    (await ctx.store.attestations.lastSigned(org, { supplier: file.supplier.id, besides }));
  const kept = found === undefined ? undefined : await ctx.store.attestations.get(org, found);
  return kept && readEarlier(ctx, kept, "buyer");
}

/** An attestation that was signed, as something that answers are taken from. */
export async function readEarlier(
  ctx: ServiceContext,
  kept: AttestationDetails,
  from: Carried["from"],
): Promise<Earlier | undefined> {
  const read = readAsSigned(ctx, kept);
  if (!("file" in read) || !read.file.declaration || read.file.voided) return undefined;
  const { file } = read;
  const { declaration } = read.file;
  const questionnaire = inSignedWords(await requireQuestionnaire(ctx, file.attestation), declaration);
  const opened = { file, questionnaire, ...(await requireRuleSetAndEdition(ctx, file.campaign)) };
  return { file, signedAt: declaration.signedAt, from, walk: walkSession(opened, file.answers) };
}
