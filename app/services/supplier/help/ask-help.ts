import * as z from "zod";
import { defaultLanguage } from "#app/i18n/languages";
import type { SupplierContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { whomToAsk } from "#app/services/mails/campaign-owner";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { hiddenQuestions } from "#app/services/north-korea/north-korea";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { askedQuestion } from "#app/services/supplier/question/asked-question";
import { pageFields } from "#app/services/supplier/session/page-input";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { User } from "#db/records";
import type { NewHelpMessage, NewMail } from "#db/store";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { cleanLines } from "#terms/texts/typed-text";

/** Longest message in characters, and how many one side may write about an attestation. */
export const helpLimits = { text: 2_000, messages: 60 } as const;

export type AskHelpOutcome =
  | { readonly kind: "asked" }
  | { readonly kind: "errors"; readonly error: "blank" | "too-long" }
  | { readonly kind: "full" | "not-saved" };

/**
 * Asks the buyer about a question; whoever launched the campaign is told by mail where mails leave. The same form sent twice
 * asks once. `fields`: `message`, and `seen`: how many messages the page showed.
 * @throws Problem "not-found" for a question that is not asked, "with-others", "too-often", and for ended links
 */
export const askHelp = supplierUseCase({
  permission: "help.ask",
  input: z.object({ question: z.string(), fields: pageFields }),
  events: ["help.asked"],
  async run(ctx, { question: code, fields }, event): Promise<AskHelpOutcome> {
    const { file, colleague } = ctx.session;
    const { id: question } = askedQuestion(ctx.session, code);
    const text = cleanLines(fields.get("message")?.at(-1) ?? "");
    if (text === "") return { kind: "errors", error: "blank" };
    if (text.length > helpLimits.text) return { kind: "errors", error: "too-long" };
    const { org, id: attestation } = file.attestation;
    const at = ctx.clock.now();
    const seen = fields.get("seen")?.at(-1) ?? "";
    const id = ctx.sha256(canonicalJson([attestation, question, text, seen, colleague?.id ?? ""])).slice(0, 26);
    const message: NewHelpMessage = {
      ...{ org, id, attestation, question, side: "supplier", text, language: ctx.language, at },
      ...(colleague ? { colleague: colleague.id } : {}),
    };
    const mail = await questionMail(ctx, { help: id, question });
    const outcome = await writeIfOpen(file, () =>
      ctx.store.help.ask({
        message,
        most: helpLimits.messages,
        mails: mail ? [mail] : [],
        audit: event("help.asked", attestation, { question, message: id, isMailed: mail !== undefined }),
      }),
    );
    if (outcome === "full" || outcome === "not-saved") return { kind: outcome };
    ctx.jobs.wake();
    return { kind: "asked" };
  },
});

/** The mail to whoever of the buyer answers, where mails leave; it counts against what one supplier may send in an hour. */
async function questionMail(
  ctx: SupplierContext,
  { help, question }: { readonly help: string; readonly question: string },
): Promise<NewMail | undefined> {
  const { attestation, campaign, invitation } = ctx.session.file;
  const isHidden = await hiddenQuestions({ ...ctx, may: () => false }, attestation);
  const may = (user: User) => user.readsNorthKorea || !isHidden(question);
  const owner = (await mailsLeave(ctx)) ? await whomToAsk(ctx, attestation.org, campaign.id, may) : undefined;
  if (!owner) return undefined;
  spendOfLink(attestation.id, "mails");
  return newMail(ctx, {
    ...{ org: attestation.org, id: ctx.ids.next(), kind: "question", invitation: invitation.id, help },
    // The pages of the team are in English.
    contact: { email: owner.email, language: defaultLanguage },
    at: ctx.clock.now(),
  });
}
