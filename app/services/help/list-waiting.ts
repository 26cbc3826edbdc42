import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import type { WaitingHelp } from "#app/views/team/help";
import { waitingFor } from "./waiting";

/** Messages that are listed at once. */
const mostListed = 200;

/** What suppliers asked and nobody answered, the oldest first, each question once; of one campaign, or of all. */
export const listWaitingHelp = teamUseCase({
  permission: "help.read",
  input: z.object({ campaign: recordId.optional() }),
  events: [],
  async run(ctx, { campaign }) {
    const t = ctx.t(ctx.language);
    const messages = await waitingFor(ctx, { campaign, most: mostListed });
    const waiting = new Map<string, WaitingHelp>();
    for (const { attestation, question: code, text, at, supplier, reference, campaign: asked } of messages) {
      const href = `/questions/${attestation}/${code}`;
      const before = waiting.get(href);
      waiting.set(href, {
        ...{ href, code, supplier, text },
        of: t("team:help.of", { supplier: supplier.name, reference, campaign: asked.name }),
        since: before?.since ?? t("team:help.since", { time: timeMoment(at, ctx.language).text }),
      });
    }
    return { waiting: [...waiting.values()], cutAt: messages.length === mostListed ? mostListed : undefined };
  },
});
