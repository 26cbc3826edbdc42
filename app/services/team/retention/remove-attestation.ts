import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { ratingSummaries } from "#app/services/ratings/rating-summaries";
import { removalEvent } from "#app/services/retention/removal-event";
import type { AttestationDetails } from "#db/records";
import type { RemovalOutcome } from "#db/store";
import { holdLines } from "./holds";

const removalInput = z.object({ supplier: recordId, attestation: recordId });

/**
 * What somebody is about to remove, and the holds that keep it.
 * @throws Problem "not-found"; "changed-meanwhile" where nothing was answered, or it was removed already
 */
export const showRemoval = teamUseCase({
  permission: "retention.write",
  input: removalInput,
  events: [],
  async run(ctx, asked) {
    const { supplier, attestation, campaign } = await findRemovable(ctx, asked);
    return {
      supplier: { id: supplier.id, name: supplier.name },
      reference: attestation.reference,
      campaign: campaign.name,
      holds: await holdLines(ctx, supplier.id),
    };
  },
});

/**
 * Takes what was answered out of the record for good, because somebody asked for it. Done twice it is done once; while a hold
 * stands it is not done. @throws Problem "not-found"
 */
export const removeAttestation = teamUseCase({
  permission: "retention.write",
  input: removalInput,
  events: ["attestation.removed"],
  async run(ctx, asked, event): Promise<RemovalOutcome> {
    const { org, id: attestation } = (await findAttestation(ctx, asked)).attestation;
    return ctx.store.retention.removeAttestation({
      ...{ org, id: ctx.ids.next(), attestation, ground: "request", actor: ctx.actor, at: ctx.clock.now() },
      summary: await ratingSummaries(ctx, org),
      audit: (removal) => removalEvent(event, removal),
    });
  },
});

type Asked = z.output<typeof removalInput>;

async function findAttestation(ctx: TeamContext, { supplier, attestation }: Asked): Promise<AttestationDetails> {
  const file = await ctx.store.attestations.get(ctx.organisation.id, attestation);
  if (!file || file.supplier.id !== supplier) throw new Problem("not-found");
  return file;
}

async function findRemovable(ctx: TeamContext, asked: Asked): Promise<AttestationDetails> {
  const file = await findAttestation(ctx, asked);
  const { state, startedAt } = file.attestation;
  if (state === "removed" || startedAt === undefined) throw new Problem("changed-meanwhile");
  return file;
}
