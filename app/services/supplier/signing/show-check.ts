import * as z from "zod";
import { stillStops } from "#app/services/answers/findings/findings";
import { supplierUseCase } from "#app/services/context/use-case";
import { mayAnswer, mayRead } from "#app/services/supplier/colleagues/own-sections";
import { frameOf, standInNames } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { CheckIssueView, CheckView } from "#app/views/supplier/signing/check";
import type { Question } from "#questionnaires/definition";
import { answerCounts, openQuestions, sectionStates } from "#questionnaires/walk";
import { answerLine, answerSections } from "./answer-sections";
import { findingView, typedReason } from "./findings/finding-view";
import { findInSession } from "./findings/found";
import { givenBy } from "./given-by";
import { signingBlockers } from "./signing-blockers";

/**
 * Everything that was answered, with what stops the signature first. `typed`: why something is right, where that could not be
 * kept.
 */
export const showCheck = supplierUseCase({
  permission: "attestations.check",
  input: z.object({ typed: typedReason.optional() }),
  events: [],
  async run(ctx, { typed }): Promise<CheckView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const approves = session.colleague?.approves === true;
    const base = addressOf(session);
    const all = await findInSession(ctx, session);
    const found = all.findings.filter(({ questions }) => questions.every((id) => mayRead(session, id)));
    const views = found.map((finding) => ({
      stops: stillStops(all.stands, finding),
      view: findingView(ctx, finding, all.stands, words, typed),
    }));
    const settle = [...views.flatMap(({ stops, view }) => (stops ? [view] : [])), ...gapViews(session, words, base)];
    const [gap] = signingBlockers(session, all);
    const given = await givenBy(ctx, session, words);
    return {
      frame: frameOf(ctx, session, words, {
        title: t("supplier:check.pageTitle", { count: settle.length }),
        back: approves ? undefined : { href: base, label: t("supplier:tasks.all") },
        from: "check",
      }),
      lead: t("supplier:check.lead", { ...countsOf(session), supplier: session.file.supplier.name }),
      errors: settle,
      warnings: views.flatMap(({ stops, view }) => (stops ? [] : [view])),
      sections: answerSections(session, words, (question) => ({
        ...answerLine(session, question, words),
        ...given(question.id),
        ...(mayAnswer(session, question.id) ? { href: `${base}/${question.id}?from=check` } : {}),
      })),
      sign: {
        href: approves ? `${base}/approve` : `${base}/sign`,
        ...(approves ? { label: t("supplier:approval.go") } : refusedOf(session, words)),
        ...(gap && !approves ? { gap: { code: gap.question, href: `${base}/${gap.question}?from=check` } } : {}),
      },
      answersHref: `${base}/answers`,
    };
  },
});

/** Why whoever is here may not sign at all. */
function refusedOf(session: SupplierSession, { t }: PageTexts): Pick<CheckView["sign"], "refused"> {
  const { standIn, colleague } = session;
  if (standIn) return { refused: t("supplier:standIn.cannotSign", standInNames(session)) };
  if (colleague === undefined || colleague.maySign) return {};
  return { refused: t("supplier:colleagues.cannotSign", { asker: colleague.askedBy }) };
}

/** What there is to answer, of what may be read here. */
function countsOf(session: SupplierSession): { readonly asked: number; readonly answered: number } {
  if (session.colleague === undefined || session.colleague.maySign || session.colleague.approves)
    return answerCounts(session.walk);
  const own = sectionStates(session.walk).filter(({ questions }) => questions.some(({ id }) => mayRead(session, id)));
  const sum = (of: "asked" | "answered") => own.reduce((all, state) => all + state[of], 0);
  return { asked: sum("asked"), answered: sum("answered") };
}

/** A section with one gap says which question it is; one with several says how far it is, and where to go on. */
function gapViews(session: SupplierSession, words: PageTexts, base: string): readonly CheckIssueView[] {
  const open = new Set(openQuestions(session.walk));
  return sectionStates(session.walk).flatMap(({ section, questions, answered, asked }) => {
    const [first, second] = questions.filter((question) => open.has(question) && mayAnswer(session, question.id));
    if (!first) return [];
    if (!second) return [blankView(first, session, words, base)];
    return [
      {
        section: section.id,
        title: words.say(`section.${section.id}`),
        text: words.t("supplier:tasks.answered", { done: answered, all: asked }),
        links: [answerLink(first, words, base)],
      },
    ];
  });
}

function answerLink({ id }: Question, { t }: PageTexts, base: string): CheckIssueView["links"][number] {
  return { label: t("supplier:check.answerCode", { code: id }), href: `${base}/${id}?from=check` };
}

function blankView(question: Question, { walk }: SupplierSession, words: PageTexts, base: string): CheckIssueView {
  const { id } = question;
  const key = walk.stateOf(id) === "partly" ? "isPartly" : "isBlank";
  return {
    title: words.t(`supplier:check.${key}`, { code: id }),
    text: words.say(`${id}.title`),
    links: [answerLink(question, words, base)],
  };
}
