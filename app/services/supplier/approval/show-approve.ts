import * as z from "zod";
import { masked } from "#app/domain/confirmation";
import { Problem } from "#app/domain/problem";
import { pageText } from "#app/i18n/page-text";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { pageFields } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { statementOf } from "#app/services/supplier/signing/declaration";
import type { ApproveView } from "#app/views/supplier/signing/approval";
import { countAnswers } from "#questionnaires/walk";
import { findApproval } from "./approval-state";
import { mostReason } from "./end-approval";
import { approvalWords } from "./show-waiting";

/** A reason that could not be taken, as it was typed. */
const typedReason = z.object({
  fields: pageFields,
  error: z.enum(["blank", "too-long"]).optional(),
  notSaved: z.boolean().default(false),
});
export type TypedReason = z.input<typeof typedReason>;

/**
 * The statement that was signed, for whoever is asked to approve it, in the language that they read; or why there is nothing to
 * approve any more. @throws Problem "not-found" where nobody asked them
 */
export const showApprove = supplierUseCase({
  permission: "attestations.approve",
  input: z.object({ typed: typedReason.optional() }),
  events: [],
  async run(ctx, { typed }): Promise<ApproveView> {
    const { session } = ctx;
    const found = await findApproval(ctx, session);
    if (!found) throw new Problem("not-found");
    const { approver, state } = found;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const names = approvalWords(session, found, words);
    const statement = statementOf(ctx, session, words);
    const title = state === "returned" ? t("supplier:approval.done") : t("supplier:approval.go");
    const wrong = typed?.error;
    const error =
      wrong &&
      (wrong === "blank" ? t("supplier:error.required.text") : t("supplier:error.too-long", { max: mostReason }));
    return {
      kind: "approve",
      frame: frameOf(ctx, session, words, {
        title: error === undefined ? title : t("supplier:error.title", { title }),
        back: { href: `${addressOf(session)}/check`, label: t("supplier:check.title") },
        from: "approve",
      }),
      title,
      ...(state === "waiting" ? {} : { over: state === "returned" ? "" : t("supplier:approval.changed", names) }),
      unreviewed: statement.notice,
      opening: statement.opening,
      clauses: statement.clauses.map((clause) => pageText(clause, words.ui)),
      covers: t("supplier:sign.covers", {
        count: countAnswers(session.walk.answers),
        title: words.texts.get("title")?.text,
        version: session.questionnaire.definition.version,
      }),
      approves: t("supplier:approval.approves", names),
      codeFirst: (await mailsLeave(ctx))
        ? t("supplier:sign.code.first", { address: masked(approver.email) })
        : undefined,
      button: t("supplier:approval.button", names),
      error,
      reason: typed?.fields.get("reason")?.at(-1) ?? "",
      notSaved: typed?.notSaved ?? false,
    };
  },
});
