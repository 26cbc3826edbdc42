import * as z from "zod";
import type { Confirmation } from "#app/domain/confirmation";
import { timeMoment } from "#app/i18n/dates/moments";
import type { CallerContext } from "#app/services/context/contexts";
import type { Declaration, SignedConfirmation } from "#db/records";

const Signed = z.discriminatedUnion("confirmedBy", [
  z.object({
    confirmedBy: z.literal("code"),
    confirmedAt: z.iso.datetime(),
    codeSentTo: z.string(),
    codeSentAt: z.iso.datetime(),
  }),
  z.object({ confirmedBy: z.literal("none"), because: z.enum(["no-mail-server", "mail-not-sent"]) }),
]);

const Document = z.object({ confirmation: Signed.optional() });

/** A confirmation as it stands in a signed document; instants are ISO 8601. */
export function signedConfirmation(confirmation: Confirmation): SignedConfirmation {
  if (confirmation.by === "none") return { confirmedBy: "none", because: confirmation.because };
  const { at, sentTo, sentAt } = confirmation;
  return {
    confirmedBy: "code",
    confirmedAt: at.toISOString(),
    codeSentTo: sentTo,
    codeSentAt: sentAt.toISOString(),
  };
}

/** What was signed says how it was confirmed, but for what was signed before there were codes. */
export function confirmationIn({ document }: Pick<Declaration, "document">): Confirmation | undefined {
  const { confirmation: found } = Document.parse(JSON.parse(document));
  if (found?.confirmedBy === "code") {
    const { confirmedAt, codeSentTo: sentTo, codeSentAt } = found;
    return { by: "code", sentTo, sentAt: new Date(codeSentAt), at: new Date(confirmedAt) };
  }
  return found && { by: "none", because: found.because };
}

/** The same as a sentence for the buyer's people. */
export function confirmedLine(
  { t, language }: Pick<CallerContext, "t" | "language">,
  declaration: Declaration,
): string | undefined {
  const confirmation = confirmationIn(declaration);
  if (!confirmation) return undefined;
  if (confirmation.by === "none") return t(language)("ratings:page.record.noCode");
  const { sentTo: address, sentAt } = confirmation;
  return t(language)("ratings:page.record.byCode", { address, time: timeMoment(sentAt, language).text });
}
