import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { LanguageOffer } from "#app/i18n/languages";
import { visitorUseCase } from "#app/services/context/use-case";
import { pageFields } from "#app/services/supplier/session/page-input";
import type { ProblemView } from "#app/views/supplier/problem";
import type { Fields } from "#questionnaires/reading";
import { momentWords } from "./frame";
import { languageLinks } from "./language-links";
import { uiLanguage } from "./page-texts";

/** Most values that are shown again: far more than any page of ours has. */
const mostShown = 300;

/** The page of a Problem: what happened, what was kept, what to do, and everything that was typed. */
export const showProblem = visitorUseCase({
  permission: "links.use",
  input: z.object({
    problem: z.instanceof(Problem),
    typed: pageFields.optional(),
    address: z.string(),
    /** What the campaign offers that the page is of, where that is known. */
    offer: z.custom<LanguageOffer>().default({}),
  }),
  events: [],
  run(ctx, { problem, typed, address, offer }): ProblemView {
    const ui = uiLanguage(ctx.language);
    const t = ctx.t(ui);
    const { buyer = "", reference, at, zone = "UTC" } = problem.params;
    const moment = at === undefined ? undefined : momentWords(new Date(at), { zone: String(zone) }, { ui });
    const params = { ...problem.params, ...moment };
    const sent = typedValues(typed);
    const paragraphs = [
      t(`problems:${problem.code}.text`, params),
      ...(moment && hasDate(problem) ? [t("problems:since", params)] : []),
      ...(sent.length > 0 ? [t("problems:typedKept")] : []),
    ];
    const title = t(`problems:${problem.code}.title`, params);
    return {
      problem: problem.code,
      frame: {
        language: ui,
        chosen: ctx.language,
        title,
        buyer: String(buyer),
        ...(reference === undefined ? {} : { reference: String(reference) }),
        ...(sent.length > 0 ? {} : { languages: languageLinks(address, ui, offer) }),
      },
      title,
      paragraphs,
      typed: sent,
      address,
    };
  },
});

function hasDate({ code }: Problem): boolean {
  return ["link-expired", "link-replaced", "campaign-closed", "already-submitted", "answers-removed"].includes(code);
}

function typedValues(typed: Fields | undefined): ProblemView["typed"] {
  if (!typed) return [];
  return [...typed].flatMap(([name, values]) => values.map((value) => ({ name, value }))).slice(0, mostShown);
}
