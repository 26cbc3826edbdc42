import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { EarlierView } from "#app/views/supplier/question/earlier";
import { findEarlier } from "./find-earlier";
import { offerView, saidWords } from "./offer-view";
import { offersOf } from "./offers";

/** What was signed before of questions that are still open, section by section, each with the way to its page. */
export const showEarlier = supplierUseCase({
  permission: "attestations.answer",
  input: noInput,
  events: [],
  async run(ctx): Promise<EarlierView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const base = addressOf(session);
    const earlier = await findEarlier(ctx, session);
    const offers = earlier ? offersOf(ctx, session, earlier) : [];
    const shown = earlier
      ? offers.map((offer) => ({ offer, view: offerView(ctx, session, earlier, offer, words) }))
      : [];
    const count = offers.filter(({ answer }) => answer !== undefined).length;
    return {
      frame: frameOf(ctx, session, words, {
        title: words.t("supplier:earlier.title"),
        back: { href: base, label: words.t("supplier:tasks.all") },
        from: "earlier",
      }),
      ...(earlier ? { said: saidWords(session, earlier, words) } : {}),
      lead: words.t("supplier:earlier.lead", { count }),
      sections: session.questionnaire.sections.flatMap(({ id: code }) => {
        const own = shown.filter(({ offer }) => session.questionnaire.sectionOf(offer.question.id).id === code);
        const questions = own.map(({ offer: { question, askedAnew }, view: { lines } }) => ({
          ...{ code: question.id, lines, askedAnew },
          name: words.say(`${question.id}.short`),
          href: `${base}/${question.id}`,
        }));
        return own.length === 0 ? [] : [{ code, name: words.say(`section.${code}`), questions }];
      }),
    };
  },
});
