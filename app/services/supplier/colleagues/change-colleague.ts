import * as z from "zod";
import type { SupplierContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { MissingError } from "#db/errors";
import type { Colleague } from "#db/records";
import { colleagueMail } from "./ask-colleague";
import { colleagueAddress } from "./asking/read-ask";
import { colleagueToken } from "./colleague-link";

const oneColleague = z.object({ colleague: recordId });

/** A colleague of this attestation who is still asked. Undefined for all others. */
async function stillAsked(ctx: SupplierContext, id: string): Promise<Colleague | undefined> {
  const { org, id: attestation } = ctx.session.file.attestation;
  const found = await ctx.store.colleagues.get(org, id);
  const isTheirs = found?.attestation === attestation && !found.withdrawnAt && !found.erasedAt;
  return isTheirs ? found : undefined;
}

/**
 * Gives a colleague a new link, at another address where the first was wrong; the one before opens nothing any more.
 * @returns "errors" for an address that is none; "gone" for somebody who is not asked any more
 * @throws Problem for ended links, and "too-often"
 */
export const renewColleague = supplierUseCase({
  permission: "colleagues.ask",
  input: oneColleague.extend({ email: z.string() }),
  events: ["colleague.renewed"],
  async run(ctx, { colleague: id, email: typed }, event): Promise<"renewed" | "errors" | "gone" | "not-saved"> {
    const { file } = ctx.session;
    const { org, id: attestation } = file.attestation;
    const before = await stillAsked(ctx, id);
    if (!before) return "gone";
    const read = colleagueAddress.safeParse(typed);
    if (!read.success) return "errors";
    const generation = before.generation + 1;
    const mail = await colleagueMail(ctx, { id, email: read.data, language: before.language });
    try {
      const outcome = await writeIfOpen(file, async () => {
        await ctx.store.colleagues.renew({
          ...{ org, attestation, id, email: read.data, generation, mail },
          linkGeneration: file.invitation.generation,
          tokenHash: ctx.links.hash(colleagueToken(ctx, { id, generation })),
          audit: event("colleague.renewed", attestation, {
            colleague: id,
            generation,
            isMailed: mail !== undefined,
          }),
        });
        return "renewed" as const;
      });
      ctx.jobs.wake();
      return outcome;
    } catch (error) {
      // Another click was faster: there is a new link already.
      if (error instanceof MissingError) return "gone";
      throw error;
    }
  },
});

/**
 * Takes back what a colleague was asked: their link and sessions end at once, what they answered stays. Doing it twice changes
 * nothing more.
 */
export const withdrawColleague = supplierUseCase({
  permission: "colleagues.ask",
  input: oneColleague,
  events: ["colleague.withdrawn"],
  async run(ctx, { colleague: id }, event): Promise<"withdrawn" | "gone" | "not-saved"> {
    const { org, id: attestation } = ctx.session.file.attestation;
    if (!(await stillAsked(ctx, id))) return "gone";
    return writeIfOpen(ctx.session.file, async () => {
      await ctx.store.colleagues.withdraw({
        ...{ org, attestation, id, at: ctx.clock.now() },
        audit: event("colleague.withdrawn", attestation, { colleague: id }),
      });
      return "withdrawn" as const;
    });
  },
});
