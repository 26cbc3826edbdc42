import { answerInWords } from "#app/services/answers/answer-words";
import type { SupplierContext } from "#app/services/context/contexts";
import { frameOf } from "#app/services/supplier/page/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page/page-words";
import { linesOf, totalLine } from "#app/services/supplier/question/conflict-page";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { AnswerLine, AnswersView, CheckView, SettleView } from "#app/views/supplier/signing/check";
import type { Contradiction, Question } from "#questionnaires/definition";
import { contradictions, openQuestions, sectionStates } from "#questionnaires/journey";
import { signingBlockers } from "./sign";

/** Everything that was answered, with what stops the signature first. */
export function checkPage(ctx: SupplierContext, session: SupplierSession): CheckView {
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const { t } = words;
  const base = addressOf(session);
  const found = contradictions(session.walk);
  const settle = [
    ...found.filter(({ severity }) => severity === "error").map((one) => fitView(one, session, words, base)),
    ...gapViews(session, words, base),
  ];
  const [gap] = signingBlockers(session);
  const pages = askedPages(session);
  const answered = pages.filter(({ id }) => session.walk.stateOf(id) === "answered").length;
  return {
    frame: frameOf(ctx, session, words, {
      title: t("supplier:check.pageTitle", { count: settle.length }),
      back: { href: base, label: t("supplier:tasks.all") },
      from: "check",
    }),
    lead: t("supplier:check.lead", { asked: pages.length, answered, supplier: session.file.supplier.name }),
    settle,
    look: found.filter(({ severity }) => severity !== "error").map((one) => fitView(one, session, words, base)),
    sections: sectionsOf(session, words, (question) => ({
      ...answerLine(session, question, words),
      href: `${base}/${question.id}?from=check`,
    })),
    sign: {
      href: `${base}/sign`,
      ...(gap ? { gap: { code: gap.question, href: `${base}/${gap.question}?from=check` } } : {}),
    },
    answersHref: `${base}/answers`,
  };
}

/** All questions that are asked with their answers, to be printed or kept. */
export function answersPage(ctx: SupplierContext, session: SupplierSession): AnswersView {
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const { file } = session;
  const base = addressOf(session);
  const sent = file.attestation.state === "submitted";
  const title = words.t("supplier:check.answersTitle");
  return {
    frame: frameOf(ctx, session, words, {
      title,
      back: sent
        ? { href: `${base}/receipt`, label: words.t("supplier:receipt.label") }
        : { href: base, label: words.t("supplier:tasks.all") },
      from: "answers",
    }),
    title,
    lead: words.t("supplier:receipt.version", {
      title: words.texts.get("title")?.text ?? "",
      version: session.questionnaire.definition.version,
    }),
    sections: sectionsOf(session, words, (question) => ({
      ...answerLine(session, question, words),
      title: words.say(`${question.id}.title`),
    })),
  };
}

function askedPages({ questionnaire, walk }: SupplierSession): readonly Question[] {
  return [...questionnaire.questions.values()].filter(({ id, signing }) => !signing && walk.asked.has(id));
}

function sectionsOf<T>(session: SupplierSession, words: PageWords, answer: (question: Question) => T) {
  const { walk, questionnaire } = session;
  return questionnaire.definition.sections
    .map((section) => ({
      code: section.id,
      name: words.say(`section.${section.id}`),
      answers: section.questions.filter(({ id, signing }) => !signing && walk.asked.has(id)).map(answer),
    }))
    .filter(({ answers }) => answers.length > 0);
}

function answerLine({ walk }: SupplierSession, question: Question, words: PageWords): AnswerLine {
  const said = answerInWords(walk, question, words.ui);
  const comment = said?.comment;
  const total = totalLine(said, words);
  return {
    code: question.id,
    name: words.say(`${question.id}.short`),
    lines: said && walk.stateOf(question.id) !== "blank" ? linesOf({ ...said, comment: undefined }, words) : [],
    ...(total === undefined ? {} : { total }),
    ...(comment === undefined ? {} : { comment }),
  };
}

function fitView(
  { id, questions }: Contradiction,
  { walk }: SupplierSession,
  words: PageWords,
  base: string,
): SettleView {
  return {
    title: words.t("supplier:check.notFit"),
    text: words.say(`contradiction.${id}`),
    links: questions
      .filter((code) => walk.asked.has(code))
      .map((code) => ({ label: words.t("supplier:check.changeCode", { code }), href: `${base}/${code}?from=check` })),
  };
}

/** A section with one gap says which question it is; one with several says how far it is, and where to go on. */
function gapViews(session: SupplierSession, words: PageWords, base: string): readonly SettleView[] {
  const open = new Set(openQuestions(session.walk));
  return sectionStates(session.walk).flatMap(({ section, questions, answered, asked }) => {
    const [first, second] = questions.filter((question) => open.has(question));
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

function answerLink({ id }: Question, { t }: PageWords, base: string): SettleView["links"][number] {
  return { label: t("supplier:check.answerCode", { code: id }), href: `${base}/${id}?from=check` };
}

function blankView(question: Question, { walk }: SupplierSession, words: PageWords, base: string): SettleView {
  const { id } = question;
  const key = walk.stateOf(id) === "partly" ? "isPartly" : "isBlank";
  return {
    title: words.t(`supplier:check.${key}`, { code: id }),
    text: words.say(`${id}.title`),
    links: [answerLink(question, words, base)],
  };
}
