import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { whomToAsk } from "#app/services/mails/campaign-owner";
import { mailsLeave } from "#app/services/mails/mail-status";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { askedQuestion } from "#app/services/supplier/question/asked-question";
import { originPage, withOrigin } from "#app/services/supplier/session/origin";
import { pageFields } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { AskView } from "#app/views/supplier/help";
import { helpLimits } from "./ask-help";
import { helpThread } from "./help-thread";

/** A message that could not be sent, as it was typed. */
const typedMessage = z.object({
  fields: pageFields,
  error: z.enum(["blank", "too-long"]).optional(),
  trouble: z.enum(["full", "not-saved"]).optional(),
});
export type TypedMessage = z.infer<typeof typedMessage>;

/**
 * The page on which a supplier asks its buyer about a question, with all that was asked and answered.
 * @throws Problem "not-found" for a question that is not asked, "with-others"
 */
export const showAsk = supplierUseCase({
  permission: "help.ask",
  input: z.object({ question: z.string(), typed: typedMessage.optional(), from: originPage }),
  events: [],
  async run(ctx, { question: code, typed, from }): Promise<AskView> {
    const { session } = ctx;
    askedQuestion(session, code);
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const { organisation, campaign, attestation } = session.file;
    const messages = await ctx.store.help.messages(attestation.org, attestation.id);
    const thread = messages.filter(({ question }) => question === code);
    const owner = await whomToAsk(ctx, attestation.org, campaign.id);
    const title = t("supplier:ask.title");
    const error = typed?.error && errorText(typed.error);
    return {
      frame: frameOf(ctx, session, words, {
        title: error === undefined ? title : t("supplier:error.title", { title }),
        back: { href: withOrigin(`${addressOf(session)}/${code}`, from), label: t("supplier:rows.back", { code }) },
        form: "page",
      }),
      code,
      section: sectionOf(session, code, words),
      question: words.say(`${code}.title`),
      lead: t("supplier:ask.lead", { buyer: organisation.name }),
      isMailed: await mailsLeave(ctx),
      ...(owner ? { to: { name: owner.name, buyer: organisation.name } } : {}),
      thread: helpThread(session, thread, words),
      isFull:
        typed?.trouble === "full" || messages.filter(({ side }) => side === "supplier").length >= helpLimits.messages,
      notSaved: typed?.trouble === "not-saved",
      error,
      text: typed?.fields.get("message")?.at(-1) ?? "",
      seen: messages.length,
    };

    function errorText(wrong: "blank" | "too-long"): string {
      return wrong === "blank" ? t("supplier:ask.blank") : t("supplier:error.too-long", { max: helpLimits.text });
    }
  },
});
