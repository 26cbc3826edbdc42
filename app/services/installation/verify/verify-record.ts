import * as z from "zod";
import type { SystemContext } from "#app/services/context/contexts";
import { systemUseCase } from "#app/services/context/use-case";
import type { StoredRating } from "#db/records";
import type { RecordPlace } from "#db/store/upkeep";
import { checkDecided } from "./check-decided";
import { checkDeclaration, type Trail } from "./check-declaration";
import { checkDocuments, checkOrphans } from "./check-documents";
import { checkRating } from "./check-rating";
import { checkRemoval, type Removals, readRemovals } from "./check-removals";
import type { Checked, Finding } from "./findings";
import { stepsOf } from "./steps";

/** More events of one attestation than there can be: answers alone are a few thousand. */
const mostEvents = 1_000_000;

/**
 * Walks the whole record and says what does not fit: the database itself, declarations against their hashes, answers against
 * what was signed, ratings worked out again, documents on disk against their hashes, and files that belong to nothing. It
 * changes nothing, and may run while others work. `found` is told of each finding as it is found.
 */
export const verifyRecord = systemUseCase({
  permission: "system.work",
  input: z.object({ found: z.custom<(finding: Finding) => void>((value) => typeof value === "function") }),
  events: [],
  async run(ctx, { found }): Promise<Checked> {
    const checked = { attestations: 0, declarations: 0, ratings: 0, removals: 0, documents: 0 };
    for (const text of await ctx.store.upkeep.faults("whole")) found({ kind: "database", about: "the database", text });
    const removals = await readRemovals(ctx);
    for await (const place of stepsOf((step) => ctx.store.upkeep.attestations(step))) {
      checked.attestations += 1;
      const { findings, isSigned, isRemoved } = await checkAttestation(ctx, place, removals);
      if (isSigned) checked.declarations += 1;
      if (isRemoved) checked.removals += 1;
      for (const finding of findings) found(finding);
    }
    for await (const rating of stepsOf((step) => ctx.store.upkeep.ratings(step))) {
      checked.ratings += 1;
      for (const finding of await checkRatingOf(ctx, rating, removals)) found(finding);
    }
    const count = () => {
      checked.documents += 1;
    };
    for await (const finding of checkDocuments(ctx, count)) found(finding);
    if (!removals.areFilesPending) for await (const finding of checkOrphans(ctx)) found(finding);
    return checked;
  },
});

async function checkRatingOf(
  ctx: SystemContext,
  rating: RecordPlace & Omit<StoredRating, "isVoid">,
  removals: Removals,
): Promise<readonly Finding[]> {
  const file = await ctx.store.attestations.get(rating.org, rating.attestation);
  if (!file) return [{ kind: "rating", about: rating.id, text: `there is no attestation ${rating.attestation}` }];
  if (file.attestation.state === "removed")
    return [{ kind: "rating", about: rating.id, text: `what it rates, ${file.attestation.reference}, was removed` }];
  const rows = await ctx.store.reviews.decisions(rating.org, [rating.attestation]);
  return [
    ...(await checkRating(ctx, rating, file, await trailOf(ctx, file.attestation, removals))),
    ...checkDecided(rating, rows, file.attestation.reference),
  ];
}

async function checkAttestation(
  ctx: SystemContext,
  { org, id }: RecordPlace,
  removals: Removals,
): Promise<{ findings: readonly Finding[]; isSigned: boolean; isRemoved: boolean }> {
  const file = await ctx.store.attestations.get(org, id);
  const finding = (text: string): Finding => ({ kind: "declaration", about: file?.attestation.reference ?? id, text });
  // What it belongs to is joined to it: without that, nobody sees it.
  if (!file)
    return {
      findings: [finding("its invitation, campaign, supplier or contact is missing")],
      isSigned: false,
      isRemoved: false,
    };
  const { declaration } = file;
  const removal = removals.of(org, id);
  const kept = { isSigned: declaration !== undefined, isRemoved: removal !== undefined };
  const removed = checkRemoval(file, removal);
  if (removal !== undefined || removed.length > 0) return { ...kept, findings: removed };
  const isSubmitted = file.attestation.state === "submitted";
  if (!declaration)
    return { ...kept, findings: isSubmitted ? [finding("it is submitted, and nothing was signed")] : [] };
  const findings = await checkDeclaration(
    ctx,
    { ...file, declaration },
    await trailOf(ctx, file.attestation, removals),
  );
  const state = isSubmitted ? [] : [finding("it is signed, and does not stand as submitted")];
  return { ...kept, findings: [...state, ...findings] };
}

async function trailOf({ store }: SystemContext, { org, id }: RecordPlace, removals: Removals): Promise<Trail> {
  const events = await store.audit.trail(org, { subjects: [id], most: mostEvents });
  return { events, areGone: (at) => removals.coversEvents(org, at) };
}
