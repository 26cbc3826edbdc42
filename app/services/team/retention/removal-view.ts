import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { byWords } from "#app/services/team/suppliers/trail/event-words";
import type { CampaignLine } from "#app/views/team/supplier/record";
import type { Attestation, Removal } from "#db/records";

/** What was removed of an attestation, or where it is removed by whoever may. */
export function removalView(
  ctx: TeamContext,
  supplier: string,
  { id, state, startedAt }: Attestation,
  removals: readonly Removal[],
): Pick<CampaignLine, "removed" | "remove"> {
  const removal = removals.find(({ subjectId }) => subjectId === id);
  if (removal !== undefined) {
    const { at, ground, actor, declarationHash } = removal;
    const by = byWords(ctx, actor);
    return {
      removed: {
        at: timeMoment(at, ctx.language),
        ground,
        by,
        declaration: readsNorthKorea(ctx) ? declarationHash : undefined,
      },
    };
  }
  const mayRemove = state !== "removed" && startedAt !== undefined && ctx.may("retention.write");
  return mayRemove ? { remove: `/suppliers/${supplier}/attestations/${id}/remove` } : {};
}
