import { isDeepStrictEqual } from "node:util";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { Actor, AuditDetails } from "#db/audit";
import type { AttestationDetails } from "#db/records";
import { type Mismatch, readAsSigned } from "./signed-file";

type Found = AuditDetails<"record.mismatched">["details"];

/** Whose record it is, and who came upon it, where that is not the caller. */
type At = { readonly org: string; readonly attestation: string; readonly by?: Actor };

/** Events looked at for one that says the same. */
const mostLooked = 100;

/**
 * Writes down that something kept is not what came in: in the log, and in the trail of its attestation, there once a day
 * however often it is looked at.
 */
export async function noteMismatch(
  ctx: ServiceContext,
  event: EventMaker<"record.mismatched">,
  { org, attestation, by }: At,
  found: Found,
): Promise<void> {
  ctx.log.error({ attestation, ...found }, "what is kept is not what was signed or attached");
  try {
    const audit = event("record.mismatched", attestation, found, { by });
    const since = audit.at.getTime() - dayMs;
    const trail = await ctx.store.audit.trail(org, { subjects: [attestation], most: mostLooked });
    const isKnown = trail.some(
      ({ action, details, at }) => action === audit.action && at.getTime() > since && isDeepStrictEqual(details, found),
    );
    if (!isKnown) await ctx.store.audit.add(org, audit);
  } catch (error) {
    // Whoever reads must be told of it all the same, also while nothing can be written.
    ctx.log.error({ err: error, attestation }, "an event could not be kept");
  }
}

/** An attestation as it was signed. @throws Problem "record-changed", with an event, when what is kept is something else */
export async function requireAsSigned(
  ctx: ServiceContext,
  event: EventMaker<"record.mismatched">,
  file: AttestationDetails,
  by?: Actor,
): Promise<AttestationDetails> {
  const read = readAsSigned(ctx, file);
  if ("file" in read) return read.file;
  const { org, id, reference } = file.attestation;
  await noteMismatch(ctx, event, { org, attestation: id, by }, { what: "declaration", ...read.mismatch });
  throw new Problem("record-changed", { buyer: file.organisation.name, reference });
}

/** What was signed, as far as it is; or else that what is kept is something else. */
export type SignedOf = { readonly file?: AttestationDetails; readonly mismatch?: Mismatch };

/** What was signed of an attestation, or that what is kept is something else, with an event. Undefined where there is none. */
export async function readSigned(
  ctx: ServiceContext,
  event: EventMaker<"record.mismatched">,
  at: { readonly org: string; readonly attestation: string },
): Promise<SignedOf | undefined> {
  const file = await ctx.store.attestations.get(at.org, at.attestation);
  const read = file && readAsSigned(ctx, file);
  if (read && "mismatch" in read) await noteMismatch(ctx, event, at, { what: "declaration", ...read.mismatch });
  return read;
}
