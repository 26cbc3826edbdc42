import * as z from "zod";
import { masked } from "#app/domain/confirmation";
import { supplierUseCase } from "#app/services/context/use-case";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { shownForm } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import { statementOf } from "#app/services/supplier/signing/declaration";
import type { CodeView } from "#app/views/supplier/signing/code";
import type { Fields } from "#questionnaires/reading";
import type { CodeProblem } from "./confirm-signature";
import { newestCode, signerOf } from "./signing-code";

const shownProblem = z.custom<CodeProblem>((value) => typeof value === "object" && value !== null && "kind" in value);

/** Asks for the code that was sent, with everything typed before still on the page. */
export const showCodePage = supplierUseCase({
  permission: "attestations.confirm",
  input: z.object({ typed: shownForm, problem: shownProblem.optional() }),
  events: [],
  async run(ctx, { typed, problem }): Promise<CodeView> {
    const { session } = ctx;
    const { file } = session;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const { code, state, isUnsent } = await newestCode(ctx, session, statementOf(ctx, session, words).hash);
    const title = t("supplier:sign.code.title");
    const error = problem && problemWords(problem, session, words);
    const sent = code && momentWords(code.askedAt, file.campaign, words);
    return {
      kind: "code",
      frame: frameOf(ctx, session, words, {
        title: error ? t("supplier:error.title", { title }) : title,
        back: { href: `${addressOf(session)}/check`, label: t("supplier:check.title") },
        form: "page",
      }),
      sent:
        state === "live" && sent
          ? t("supplier:sign.code.sent", { address: masked(signerOf(session).email), ...sent })
          : undefined,
      isLive: state === "live",
      isUnsent,
      error,
      typed: keptFields(typed.fields),
      buyer: file.organisation.name,
      button: session.colleague?.approves
        ? t("supplier:approval.button", { buyer: file.organisation.name })
        : t("supplier:sign.button"),
    };
  },
});

/** Fields of this page and of its buttons; all others belong to the page before. */
const own = new Set(["code", "codeStep", "language"]);

function keptFields(fields: Fields): CodeView["typed"] {
  return [...fields].flatMap(([name, values]) => (own.has(name) ? [] : values.map((value) => ({ name, value }))));
}

function problemWords(problem: CodeProblem, { file }: SupplierSession, { t, ...words }: PageTexts): string {
  switch (problem.kind) {
    case "wrong":
      return t("supplier:sign.code.wrong", { count: problem.left });
    case "too-many":
      return t("supplier:sign.code.tooMany", momentWords(problem.after, file.campaign, words));
    case "too-soon":
      return t("supplier:sign.code.tooSoon");
    default:
      return t(`supplier:sign.code.${problem.kind}`);
  }
}
