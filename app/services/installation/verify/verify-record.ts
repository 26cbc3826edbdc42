import * as z from "zod";
import type { SystemContext } from "#app/services/context/contexts";
import { systemUseCase } from "#app/services/context/use-case";
import type { RecordPlace } from "#db/store/upkeep";
import { checkDeclaration } from "./check-declaration";
import { checkDocuments, checkOrphans } from "./check-documents";
import { checkRating } from "./check-rating";
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
    const checked = { attestations: 0, declarations: 0, ratings: 0, documents: 0 };
    for (const text of await ctx.store.upkeep.faults("whole")) found({ kind: "database", about: "the database", text });
    for await (const place of stepsOf((step) => ctx.store.upkeep.attestations(step))) {
      checked.attestations += 1;
      const { findings, isSigned } = await checkAttestation(ctx, place);
      if (isSigned) checked.declarations += 1;
      for (const finding of findings) found(finding);
    }
    for await (const rating of stepsOf((step) => ctx.store.upkeep.ratings(step))) {
      checked.ratings += 1;
      const file = await ctx.store.attestations.get(rating.org, rating.attestation);
      if (!file) found({ kind: "rating", about: rating.id, text: `there is no attestation ${rating.attestation}` });
      else
        for (const finding of await checkRating(ctx, rating, file, await trailOf(ctx, file.attestation)))
          found(finding);
    }
    const count = () => {
      checked.documents += 1;
    };
    for await (const finding of checkDocuments(ctx, count)) found(finding);
    for await (const finding of checkOrphans(ctx)) found(finding);
    return checked;
  },
});

async function checkAttestation(
  ctx: SystemContext,
  { org, id }: RecordPlace,
): Promise<{ findings: readonly Finding[]; isSigned: boolean }> {
  const file = await ctx.store.attestations.get(org, id);
  const finding = (text: string): Finding => ({ kind: "declaration", about: file?.attestation.reference ?? id, text });
  // What it belongs to is joined to it: without that, nobody sees it.
  if (!file)
    return { findings: [finding("its invitation, campaign, supplier or contact is missing")], isSigned: false };
  const { declaration } = file;
  const isSubmitted = file.attestation.state === "submitted";
  if (!declaration)
    return { findings: isSubmitted ? [finding("it is submitted, and nothing was signed")] : [], isSigned: false };
  const findings = await checkDeclaration(ctx, { ...file, declaration }, await trailOf(ctx, file.attestation));
  const state = isSubmitted ? [] : [finding("it is signed, and does not stand as submitted")];
  return { findings: [...state, ...findings], isSigned: true };
}

function trailOf({ store }: SystemContext, { org, id }: RecordPlace) {
  return store.audit.trail(org, { subjects: [id], most: mostEvents });
}
