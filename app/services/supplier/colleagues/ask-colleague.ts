import * as z from "zod";
import type { SupplierContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { pageFields } from "#app/services/supplier/session/page-input";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { Colleague } from "#db/records";
import type { NewMail } from "#db/store";
import { type AskField, readAsk } from "./asking/read-ask";

/** Colleagues that are asked for one attestation at most, those who were taken back among them. */
export const mostColleagues = 20;

export type AskOutcome =
  | { readonly kind: "asked" }
  | { readonly kind: "errors"; readonly errors: readonly AskField[] }
  | { readonly kind: "full" | "not-saved" };

/**
 * Asks a colleague to answer sections: they get a link of their own, by mail where mails leave. The same form sent twice asks once.
 * `fields`: `section` for each that is ticked, `name`, `email`, `asker` (whoever asks), `reads` (a language), `note`, `sign` ("yes" or
 * anything else), `seen`: how many were asked when the page was shown.
 * @throws Problem for ended links, and "too-often"
 */
export const askColleague = supplierUseCase({
  permission: "colleagues.ask",
  input: z.object({ fields: pageFields }),
  events: ["colleague.asked"],
  async run(ctx, { fields }, event): Promise<AskOutcome> {
    const { file } = ctx.session;
    const read = readAsk(ctx, fields);
    if (!read.colleague) return { kind: "errors", errors: read.errors };
    const { colleague } = read;
    const { attestation, id, sections, maySign } = colleague;
    const mail = await colleagueMail(ctx, colleague);
    const outcome = await writeIfOpen(file, () =>
      ctx.store.colleagues.ask({
        colleague,
        most: mostColleagues,
        mail,
        audit: event("colleague.asked", attestation, {
          colleague: id,
          sections,
          maySign,
          isMailed: mail !== undefined,
        }),
      }),
    );
    if (outcome === "full" || outcome === "not-saved") return { kind: outcome };
    ctx.jobs.wake();
    return { kind: "asked" };
  },
});

/** The mail with their link, where mails leave; it counts against what one supplier may send in an hour. */
export async function colleagueMail(
  ctx: SupplierContext,
  { id, email: to, language }: Pick<Colleague, "id" | "email" | "language">,
): Promise<NewMail | undefined> {
  if (!(await mailsLeave(ctx))) return undefined;
  const { invitation, attestation } = ctx.session.file;
  spendOfLink(attestation.id, "mails");
  return newMail(ctx, {
    ...{ org: attestation.org, id: ctx.ids.next(), kind: "colleague", invitation: invitation.id, colleague: id },
    contact: { email: to, language },
    at: ctx.clock.now(),
  });
}
