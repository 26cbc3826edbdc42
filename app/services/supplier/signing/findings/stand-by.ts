import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { commentLimit } from "#questionnaires/reading";
import { cleanLines } from "#terms/texts/typed-text";
import { findInSession } from "./found";

/** `gone`: it fits by now, or is about other answers; nothing was written. */
export type StoodBy = "stood" | "gone" | "reason-missing" | "too-long" | "not-saved";

/**
 * Says that something which does not fit is right as it stands; what stops a signature needs a reason. It is kept with the answers
 * that it is about, signed with them, and read by the buyer. Doing it twice changes nothing more.
 * @throws Problem for ended links
 */
export const standBy = supplierUseCase({
  permission: "attestations.sign",
  input: z.object({ finding: z.string(), reason: z.string() }),
  events: ["finding.stood-by"],
  async run(ctx, { finding: id, reason: typed }, event): Promise<StoodBy> {
    const { session } = ctx;
    const finding = (await findInSession(ctx, session)).findings.find((one) => one.id === id);
    if (finding === undefined) return "gone";
    const reason = cleanLines(typed);
    if (reason.length > commentLimit) return "too-long";
    if (reason === "" && finding.stops) return "reason-missing";
    const { org, id: attestation } = session.file.attestation;
    const kept = await writeIfOpen(session.file, () =>
      ctx.store.findings.stand({
        ...{ org, attestation },
        stand: { finding: id, answers: finding.answers, reason, at: ctx.clock.now() },
        ...(session.colleague ? { colleague: session.colleague.id } : {}),
        audit: event("finding.stood-by", attestation, { finding: id }),
      }),
    );
    return kept === "not-saved" ? "not-saved" : "stood";
  },
});
