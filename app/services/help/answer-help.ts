import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import { helpLimits } from "#app/services/supplier/help/ask-help";
import { MissingError } from "#db/errors";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { cleanLines } from "#terms/texts/typed-text";
import { askersOf, findThread, threadInput } from "./help-thread";

/**
 * Answers what a supplier asked about a question: the answer stands there, and goes by mail to whoever waits for it, where mails
 * leave and links still open. The same form sent twice answers once. `seen`: how many messages the page showed.
 * @returns "full" where so many answers were given that none is taken any more
 * @throws Problem "not-found" where nothing was asked
 */
export const answerHelp = teamUseCase({
  permission: "help.answer",
  input: threadInput.extend({
    answer: z.string().overwrite(cleanLines).min(1, "reason-needed").max(helpLimits.text, "reason-long"),
    seen: z.string().max(9).catch(""),
  }),
  events: ["help.answered"],
  async run(ctx, { answer: text, seen, ...asked }, event): Promise<"answered" | "full"> {
    const thread = await findThread(ctx, asked);
    const { org, id: attestation, invitation } = thread.file.attestation;
    const { question } = asked;
    const at = ctx.clock.now();
    const id = ctx.sha256(canonicalJson(["answer", attestation, question, ctx.user.id, text, seen])).slice(0, 26);
    const askers = (await mailsLeave(ctx)) ? await askersOf(ctx, thread) : [];
    const message = { org, id, attestation, question, side: "buyer", text, language: ctx.language, at } as const;
    try {
      const outcome = await ctx.store.help.answer({
        message: { ...message, user: ctx.user.id },
        most: helpLimits.messages,
        mails: askers.map(({ contact, ...to }) =>
          newMail(ctx, { ...to, org, id: ctx.ids.next(), kind: "answer", invitation, help: id, contact, at }),
        ),
        audit: event("help.answered", attestation, { question, message: id, isMailed: askers.length > 0 }),
      });
      if (outcome === "full") return "full";
      ctx.jobs.wake();
      return "answered";
    } catch (error) {
      // Removed meanwhile.
      if (error instanceof MissingError) throw new Problem("not-found");
      throw error;
    }
  },
});
