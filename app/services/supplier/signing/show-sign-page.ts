import * as z from "zod";
import { masked } from "#app/domain/confirmation";
import { pageText } from "#app/i18n/page-text";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { findApproval } from "#app/services/supplier/approval/approval-state";
import { approverFieldsView } from "#app/services/supplier/approval/approver-fields";
import { approvalNote } from "#app/services/supplier/approval/show-waiting";
import { partField } from "#app/services/supplier/fields/field-view";
import { errorWords, partName } from "#app/services/supplier/page/error-words";
import { frameOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { basedOnOf, shownForm } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { FieldView, OptionView } from "#app/views/supplier/controls";
import type { SignView } from "#app/views/supplier/signing/sign";
import { countAnswers } from "#questionnaires/walk";
import { signerOf } from "./code/signing-code";
import { signingQuestion, statementOf } from "./declaration";
import { type FoundInSession, findInSession } from "./findings/found";
import { signingBlockers } from "./signing-blockers";

const autocomplete: Readonly<Record<string, string>> = { name: "name", job: "organization-title" };

/** The statement, and what is needed to sign it. `typed`: a form that could not be signed, to be shown again. */
export const showSignPage = supplierUseCase({
  permission: "attestations.sign",
  input: z.object({ typed: shownForm.optional() }),
  events: [],
  async run(ctx, { typed }): Promise<SignView> {
    const { session } = ctx;
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const asked = await findApproval(ctx, session);
    const question = signingQuestion(session);
    const statement = statementOf(ctx, session, words);
    const fields = typed?.fields ?? new Map([[`${question.id}.sharing`, ["buyer"]]]);
    const context = { session, words, fields };
    const errors = typed?.errors ?? [];
    const { name: buyer } = session.file.organisation;
    const all = question.parts.map((part) => withHelp(partField(question, part, context, errors), words, buyer));
    const base = addressOf(session);
    const approver = approverFieldsView(session, words, { typed, asked });
    const lines = errors.map((error) => {
      const own = approver.fields.find(({ id }) => id === error.field);
      if (own?.error) return { anchor: own.id, text: own.error };
      const part = question.parts.find(({ id }) => `${question.id}.${id}` === error.field);
      const anchor = all.find(({ id }) => id === error.field)?.anchor ?? error.field;
      return { anchor, text: errorWords(words, error, part, part && partName(words, question, part)) };
    });
    const title = t("supplier:sign.title");
    const isMailed = await mailsLeave(ctx);
    const signer = signerOf(session);
    return {
      kind: "sign",
      isMailed,
      codeFirst:
        isMailed && !signer.isErased ? t("supplier:sign.code.first", { address: masked(signer.email) }) : undefined,
      frame: frameOf(ctx, session, words, {
        title: lines.length > 0 ? t("supplier:error.title", { title }) : title,
        back: { href: `${base}/check`, label: t("supplier:check.title") },
        form: "page",
      }),
      unreviewed: statement.notice,
      opening: statement.opening,
      clauses: statement.clauses.map((clause) => pageText(clause, words.ui)),
      covers: t("supplier:sign.covers", {
        count: countAnswers(session.walk.answers),
        title: words.texts.get("title")?.text,
        version: session.questionnaire.definition.version,
      }),
      fields: all,
      errors: lines,
      notSaved: typed?.notSaved ?? false,
      changed: typed?.conflict ?? false,
      // After a change the page shows the newest answers; otherwise it is based on what it showed first.
      revision: basedOnOf(typed?.conflict ? undefined : typed, session.file.attestation.revision),
      approver,
      note: asked && approvalNote(session, asked, words),
      gap: gapOf(session, await findInSession(ctx, session), words),
    };
  },
});

function withHelp(field: FieldView, words: PageTexts, buyer: string): FieldView {
  const { control } = field;
  const part = field.id.split(".")[1] ?? "";
  const [question] = field.id.split(".");
  if (part === "authority" && control.kind === "choices")
    return { ...field, control: { ...control, type: "checkbox" } };
  if (part === "sharing" && control.kind === "choices") {
    return { ...field, control: { ...control, options: control.options.map((one) => naming(one, words, buyer)) } };
  }
  if (control.kind !== "line") return field;
  const hint = part === "name" ? words.find(`${question}.hint`) : field.hint;
  return { ...field, hint, control: { ...control, autocomplete: autocomplete[part] } };
}

/** Whoever signs is told which buyer it is where the questionnaire speaks of "the buyer", and does not say it itself. */
function naming(option: OptionView, { t }: PageTexts, buyer: string): OptionView {
  if (typeof option.label === "string" && option.label.includes(buyer)) return option;
  if (option.value === "buyer") return { ...option, label: t("supplier:sign.buyerOnly", { buyer }) };
  if (option.value !== "buyer-and-partners") return option;
  return {
    ...option,
    label: t("supplier:sign.buyerAndPartners", { buyer }),
    note: t("supplier:sign.buyerTells", { buyer }),
  };
}

function gapOf(session: SupplierSession, found: FoundInSession, { t }: PageTexts): SignView["gap"] {
  const [first] = signingBlockers(session, found);
  if (!first) return undefined;
  const key = first.kind === "open" ? "first" : "firstWrong";
  return {
    text: t(`supplier:sign.${key}`, { code: first.question }),
    href: `${addressOf(session)}/${first.question}?from=check`,
  };
}
