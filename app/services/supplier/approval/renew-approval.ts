import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { colleagueToken } from "#app/services/supplier/colleagues/colleague-link";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { MissingError } from "#db/errors";
import { findApproval } from "./approval-state";
import { approvalMail } from "./ask-approval";

/**
 * Gives whoever is asked to approve a new link, at the address that the signer named; the one before opens nothing any more.
 * `generation`: of the link that the page showed, so that a button pressed twice makes one.
 * @returns "gone" where none waits, or there is a newer link already
 * @throws Problem for ended links, and "too-often"
 */
export const renewApproval = supplierUseCase({
  permission: "attestations.sign",
  input: z.object({ generation: z.coerce.number().int() }),
  events: ["colleague.renewed"],
  async run(ctx, { generation: shown }, event): Promise<"renewed" | "gone" | "not-saved"> {
    const { file } = ctx.session;
    const found = await findApproval(ctx, ctx.session);
    if (found?.state !== "waiting" || found.approver.generation !== shown) return "gone";
    const { org, id: attestation } = file.attestation;
    const { id, email } = found.approver;
    const generation = shown + 1;
    const mail = await approvalMail(ctx, found.approver);
    try {
      const outcome = await writeIfOpen(file, async () => {
        await ctx.store.colleagues.renew({
          ...{ org, attestation, id, email, generation, mail },
          linkGeneration: file.invitation.generation,
          tokenHash: ctx.links.hash(colleagueToken(ctx, { id, generation })),
          audit: event("colleague.renewed", attestation, { colleague: id, generation, isMailed: mail !== undefined }),
        });
        return "renewed" as const;
      });
      ctx.jobs.wake();
      return outcome;
    } catch (error) {
      // Another click was faster, or it was taken back meanwhile.
      if (error instanceof MissingError) return "gone";
      throw error;
    }
  },
});
