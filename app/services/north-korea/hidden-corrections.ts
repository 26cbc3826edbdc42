import type { CallerContext } from "#app/services/context/contexts";
import type { Attestation, Invitation } from "#db/records";
import { hiddenQuestions, readsNorthKorea } from "./north-korea";

type Asked = {
  readonly attestation: Pick<Attestation, "org" | "id" | "state">;
  readonly invitation: Pick<Invitation, "correction">;
};

/**
 * Whether a supplier is asked again only about what somebody does not see: that it is asked at all would tell. Once it is signed it
 * is what counts, and stands like all that was signed.
 */
export async function isHiddenCorrection(
  ctx: Pick<CallerContext, "may" | "catalogue" | "store">,
  { attestation: { org, id, state }, invitation }: Asked,
): Promise<boolean> {
  if (readsNorthKorea(ctx) || invitation.correction === 0 || state === "submitted") return false;
  const file = await ctx.store.attestations.get(org, id);
  if (!file?.returned) return false;
  const isHidden = await hiddenQuestions(ctx, file.attestation);
  return file.returned.questions.every(isHidden);
}
