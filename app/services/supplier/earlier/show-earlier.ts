import * as z from "zod";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { EarlierView } from "#app/views/supplier/question/earlier";
import { allEarlier } from "./all-earlier";
import { offerView } from "./offer-view";
import { offersOf } from "./offers";

/**
 * What was signed before of questions that are still open, section by section, each with the way to its page. `wrongLink`: the link
 * of another request was put in, and led to nothing.
 */
export const showEarlier = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ wrongLink: z.boolean().optional() }),
  events: [],
  async run(ctx, { wrongLink }): Promise<EarlierView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const base = addressOf(session);
    const all = await allEarlier(ctx, session);
    const shown = offersOf(ctx, session, all).map((found) => ({
      offer: found.offer,
      view: offerView(ctx, session, found, words),
    }));
    const count = shown.filter(({ offer }) => offer.answer !== undefined).length;
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("supplier:earlier.title"),
        back: { href: base, label: words.t("supplier:tasks.all") },
        from: "earlier",
      }),
      ...(ctx.may("answers.fetch")
        ? {
            elsewhere: {
              text: words.t("supplier:earlier.elsewhere.text", { buyer: session.file.organisation.name }),
              ...(wrongLink ? { error: words.t("supplier:earlier.elsewhere.wrong") } : {}),
            },
          }
        : {}),
      lead: count === 0 ? words.t("supplier:earlier.none") : words.t("supplier:earlier.lead", { count }),
      sections: session.questionnaire.sections.flatMap(({ id: code }) => {
        const own = shown.filter(({ offer }) => session.questionnaire.sectionOf(offer.question.id).id === code);
        const questions = own.map(({ offer: { question, askedAnew }, view: { lines, said } }) => ({
          ...{ code: question.id, said, lines, askedAnew },
          name: words.say(`${question.id}.short`),
          href: `${base}/${question.id}`,
        }));
        return own.length === 0 ? [] : [{ code, name: words.say(`section.${code}`), questions }];
      }),
    };
  },
});
