import { teamUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { helpLimits } from "#app/services/supplier/help/ask-help";
import { findLinkProblem } from "#app/services/supplier/link/link";
import { findThread, helpLine, questionName, threadInput } from "./help-thread";

/** What a supplier asked about one question, with what was answered. @throws Problem "not-found" where nothing was asked */
export const showHelpThread = teamUseCase({
  permission: "help.read",
  input: threadInput,
  events: [],
  async run(ctx, asked) {
    const { file, messages } = await findThread(ctx, asked);
    const { org, id, reference } = file.attestation;
    const answers = (await ctx.store.help.messages(org, id)).filter(({ side }) => side === "buyer");
    return {
      code: asked.question,
      name: await questionName(ctx, file, asked.question),
      supplier: { id: file.supplier.id, name: file.supplier.name },
      campaign: { id: file.campaign.id, name: file.campaign.name },
      reference,
      lines: messages.map((message) => helpLine(ctx, message)),
      isEnded: findLinkProblem(file, ctx.clock.now()) !== undefined,
      isMailed: await mailsLeave(ctx),
      isFull: answers.length >= helpLimits.messages,
      mayAnswer: ctx.may("help.answer"),
      /** How many messages the page shows. */
      seen: messages.length,
    };
  },
});
