import * as z from "zod";
import { type Finding, standOn } from "#app/services/answers/findings/findings";
import { siteName } from "#app/services/answers/sites";
import type { SupplierContext } from "#app/services/context/contexts";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { sameFileIssue } from "#app/services/supplier/evidence/about/same-file-issue";
import { momentWords } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import { answerLine } from "#app/services/supplier/signing/answer-sections";
import type { CheckIssueView } from "#app/views/supplier/signing/check";
import type { Stand } from "#db/records";
import type { Contradiction } from "#questionnaires/definition";
import { commentLimit } from "#questionnaires/reading";
import { mismatchesOf } from "#questionnaires/walk";

/** Why something is right as it stands, as it was typed and could not be kept. */
export const typedReason = z.object({
  finding: z.string(),
  reason: z.string(),
  error: z.enum(["reason-missing", "too-long"]),
});
type TypedReason = z.output<typeof typedReason>;

/** Most sites or answers that are named of one contradiction. */
const mostNamed = 12;

/** What does not fit, with what stands against what, the ways to change it, and the one act that says it is right. */
export function findingView(
  ctx: SupplierContext,
  finding: Finding,
  stands: readonly Stand[],
  words: PageTexts,
  typed: TypedReason | undefined,
): CheckIssueView {
  const { session } = ctx;
  const { t } = words;
  const stand = standOn(stands, finding);
  const again = typed?.finding === finding.id ? typed : undefined;
  return {
    ...bodyOf(session, finding, words),
    ...(stand ? { stoodBy: t("supplier:check.stoodBy"), ...(stand.reason ? { reason: stand.reason } : {}) } : {}),
    ...(ctx.may("attestations.sign")
      ? {
          stand: {
            finding: finding.id,
            label: t(stand ? "supplier:check.changeReason" : "supplier:check.bothRight"),
            reason: again?.reason ?? stand?.reason ?? "",
            ...(again ? { error: errorOf(again, words) } : {}),
          },
        }
      : {}),
  };
}

function errorOf({ error }: TypedReason, { t }: PageTexts): string {
  return error === "too-long" ? t("supplier:error.too-long", { max: commentLimit }) : t("supplier:error.required.text");
}

function bodyOf(session: SupplierSession, finding: Finding, words: PageTexts): CheckIssueView {
  const { t, ui } = words;
  const base = addressOf(session);
  const links = changeLinks(session, finding.questions, words);
  switch (finding.kind) {
    case "contradiction":
      return {
        title: t(finding.explained ? "supplier:check.explained" : "supplier:check.notFit"),
        text: words.say(`contradiction.${finding.id}`),
        ...sidesOf(finding.contradiction, session, words),
        links,
      };
    case "same-file":
      return sameFileIssue(finding, words, base);
    case "workers": {
      const { format } = new Intl.NumberFormat(ui, { numberingSystem: "latn" });
      const { day } = momentWords(finding.signedAt, session.file.campaign, words);
      const numbers = { now: format(finding.now), before: format(finding.before), day };
      return { title: t("supplier:check.notFit"), text: t("supplier:check.workers", numbers), links };
    }
    case "first-choices":
      return { title: t("supplier:check.look"), text: t("supplier:check.firstChoices"), links };
  }
}

function changeLinks(session: SupplierSession, questions: readonly string[], { t }: PageTexts) {
  return questions
    .filter((code) => session.walk.asked.has(code) && mayAnswer(session, code))
    .map((code) => ({
      label: t("supplier:check.changeCode", { code }),
      href: `${addressOf(session)}/${code}?from=check`,
    }));
}

/** What stands against what: sites with their numbers where tables are compared, else the answers side by side. */
function sidesOf(
  found: Contradiction,
  session: SupplierSession,
  words: PageTexts,
): Pick<CheckIssueView, "lines" | "sides"> {
  const { walk, questionnaire } = session;
  const tables = mismatchesOf(walk, found);
  if (tables) {
    const { format } = new Intl.NumberFormat(words.ui, { numberingSystem: "latn" });
    const lines = tables.mismatches.slice(0, mostNamed).map(({ key, left, right }) =>
      words.t("supplier:check.numbers", {
        name: siteName(walk, key),
        one: tables.left,
        first: format(left),
        other: tables.right,
        second: format(right),
      }),
    );
    return { lines };
  }
  const sides = found.questions.flatMap((code) => {
    const question = questionnaire.questions.get(code);
    if (!question || !walk.asked.has(code)) return [];
    const { lines, name } = answerLine(session, question, words);
    return [{ code, name, lines: lines.slice(0, mostNamed) }];
  });
  return { sides };
}
