import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { AskedActionsView } from "#app/views/supplier/signing/asked-actions";
import { askedActions, standingWords } from "./asked-actions";

/** Everything that the buyer asks of a supplier after it signed. */
export const showAskedActions = supplierUseCase({
  permission: "actions.answer",
  input: noInput,
  events: [],
  async run(ctx): Promise<AskedActionsView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const actions = await askedActions(ctx);
    const title = words.t("supplier:actions.title", { buyer: session.file.organisation.name });
    const base = addressOf(session);
    return {
      frame: frameOf(ctx, session, words, {
        title,
        back: { href: `${base}/receipt`, label: words.t("supplier:receipt.label") },
        from: "actions",
      }),
      title,
      lines: actions.map((action) => ({
        ...{ id: action.id, href: `${base}/actions/${action.id}`, gap: action.gap },
        ...standingWords(ctx, action, words),
      })),
      harm: actions.some(({ northKorea }) => northKorea),
    };
  },
});
