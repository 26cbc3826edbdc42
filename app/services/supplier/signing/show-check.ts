import type { PageLine } from "#app/i18n/page-text";
import { labelLine } from "#app/i18n/writing/lines";
import { siteName } from "#app/services/answers/sites";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mayAnswer, mayRead } from "#app/services/supplier/colleagues/own-sections";
import { sameFileIssues } from "#app/services/supplier/evidence/about/same-file-issues";
import { frameOf, standInNames } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { CheckIssueView, CheckView } from "#app/views/supplier/signing/check";
import type { Contradiction, Question } from "#questionnaires/definition";
import {
  answerCounts,
  contradictions,
  explanationOf,
  mismatchesOf,
  openQuestions,
  sectionStates,
} from "#questionnaires/walk";
import { answerLine, answerSections } from "./answer-sections";
import { givenBy } from "./given-by";
import { signingBlockers } from "./signing-blockers";

/** Everything that was answered, with what stops the signature first. */
export const showCheck = supplierUseCase({
  permission: "attestations.check",
  input: noInput,
  events: [],
  async run(ctx): Promise<CheckView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const approves = session.colleague?.approves === true;
    const base = addressOf(session);
    const found = contradictions(session.walk).filter(({ questions }) => questions.every((id) => mayRead(session, id)));
    const stops = (one: Contradiction) => one.severity === "error" && explanationOf(session.walk, one) === undefined;
    const settle = [
      ...found.filter(stops).map((one) => fitView(one, session, words, base)),
      ...gapViews(session, words, base),
    ];
    const [gap] = signingBlockers(session);
    const given = await givenBy(ctx, session, words);
    return {
      frame: frameOf(ctx, session, words, {
        title: t("supplier:check.pageTitle", { count: settle.length }),
        back: approves ? undefined : { href: base, label: t("supplier:tasks.all") },
        from: "check",
      }),
      lead: t("supplier:check.lead", { ...countsOf(session), supplier: session.file.supplier.name }),
      errors: settle,
      warnings: [
        ...found.filter((one) => !stops(one)).map((one) => fitView(one, session, words, base)),
        ...sameFileIssues(session, words, base),
      ],
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

/** Most sites or answers that are named of one contradiction. */
const mostNamed = 12;

function fitView(found: Contradiction, session: SupplierSession, words: PageTexts, base: string): CheckIssueView {
  const { t } = words;
  const asked = found.questions.filter((code) => session.walk.asked.has(code));
  const own = asked.filter((code) => mayAnswer(session, code));
  const first = asked[0] !== undefined && mayAnswer(session, asked[0]) ? asked[0] : undefined;
  const explained = explanationOf(session.walk, found) !== undefined;
  return {
    title: t(explained ? "supplier:check.explained" : "supplier:check.notFit"),
    text: words.say(`contradiction.${found.id}`),
    lines: contradictionLines(found, session, words),
    links: [
      ...own.map((code) => ({ label: t("supplier:check.changeCode", { code }), href: `${base}/${code}?from=check` })),
      ...(first
        ? [
            {
              label: t(explained ? "supplier:check.changeReason" : "supplier:check.bothRight"),
              href: `${base}/${first}?from=check#${first}.comment`,
            },
          ]
        : []),
    ],
  };
}

/** What stands against what: sites with their numbers where tables are compared, else the answers themselves. */
function contradictionLines(found: Contradiction, session: SupplierSession, words: PageTexts): readonly PageLine[] {
  const { walk, questionnaire } = session;
  const tables = mismatchesOf(walk, found);
  if (tables) {
    const { format } = new Intl.NumberFormat(words.ui, { numberingSystem: "latn" });
    return tables.mismatches.slice(0, mostNamed).map(({ key, left, right }) =>
      words.t("supplier:check.numbers", {
        name: siteName(walk, key),
        one: tables.left,
        first: format(left),
        other: tables.right,
        second: format(right),
      }),
    );
  }
  return found.questions.flatMap((code) => {
    const question = questionnaire.questions.get(code);
    if (!question || !walk.asked.has(code)) return [];
    const { lines } = answerLine(session, question, words);
    return lines.slice(0, mostNamed).map((line) => labelLine(code, line, words.ui));
  });
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
