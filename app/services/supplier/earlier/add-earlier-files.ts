import { sitesOf } from "#app/services/answers/sites";
import type { SupplierContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { organisationBytes } from "#app/services/evidence/organisation-bytes";
import { evidenceLimits } from "#app/services/supplier/evidence/limits";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { EvidenceFullError } from "#db/errors";
import type { StoredEvidence } from "#db/records";

/**
 * Attaches documents of before to a question. They begin anew, as no reviewer has looked at them for these answers, and say
 * when they first came.
 * @returns how many are attached now
 */
export async function addEarlierFiles(
  ctx: SupplierContext,
  event: EventMaker<"evidence.added">,
  { question, files }: { question: string; files: readonly StoredEvidence[] },
): Promise<number> {
  let added = 0;
  for (const document of files) if (await addAgain(ctx, event, question, document)) added += 1;
  return added;
}

async function addAgain(
  ctx: SupplierContext,
  event: EventMaker<"evidence.added">,
  question: string,
  document: StoredEvidence,
): Promise<boolean> {
  const { file } = ctx.session;
  const { org, id: attestation } = file.attestation;
  const { name, type, bytes, sha256, scannedAt, receivedAt, firstReceivedAt = receivedAt } = document;
  const limits = { ...evidenceLimits, organisationBytes: organisationBytes(ctx) };
  if ((await ctx.store.evidence.room({ org, attestation, question, bytes, sha256, limits })) !== undefined)
    return false;
  const evidence = {
    ...{ id: ctx.ids.next(), question, name, type, bytes, sha256, firstReceivedAt },
    receivedAt: ctx.clock.now(),
    ...(scannedAt ? { scannedAt } : {}),
    ...aboutNow(ctx.session, document),
  };
  const audit = event("evidence.added", attestation, { question, evidence: evidence.id, sha256, bytes });
  try {
    const outcome = await writeIfOpen(file, () =>
      ctx.store.evidence.add({ org, attestation, evidence, limits: evidenceLimits, audit }),
    );
    return outcome !== "not-saved";
  } catch (error) {
    // What came at the same moment took the room.
    if (error instanceof EvidenceFullError) return false;
    throw error;
  }
}

/** What was said of it, without a site that is not listed now. */
function aboutNow({ walk }: SupplierSession, { about }: StoredEvidence): Pick<StoredEvidence, "about"> {
  if (about === undefined) return {};
  const { site, ...said } = about;
  const isListed = site !== undefined && sitesOf(walk).some(({ id }) => id === site);
  return { about: isListed ? about : said };
}
