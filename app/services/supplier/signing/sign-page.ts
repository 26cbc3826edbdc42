import { Problem } from "#app/domain/problem";
import { bareText } from "#app/i18n/foreign-text";
import { findLanguage } from "#app/i18n/languages";
import type { SupplierContext } from "#app/services/context/contexts";
import { partField } from "#app/services/supplier/fields/field-view";
import { errorWords, partName } from "#app/services/supplier/page/error-words";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { asWords, type PageWords, pageWords } from "#app/services/supplier/page/page-words";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { FieldView, OptionView } from "#app/views/supplier/controls";
import type { ReceiptView, SignView } from "#app/views/supplier/signing/sign";
import { signingBlockers, signingQuestion, statementOf } from "./sign";

const autocomplete: Readonly<Record<string, string>> = { name: "name", job: "organization-title" };

/** The statement, and what is needed to sign it. */
export function signPage(ctx: SupplierContext, session: SupplierSession, typed?: UnsavedForm): SignView {
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const { t } = words;
  const question = signingQuestion(session);
  const statement = statementOf(ctx, session, words);
  const fields = typed?.fields ?? new Map([[`${question.id}.sharing`, ["buyer"]]]);
  const context = { session, words, fields };
  const errors = typed?.errors ?? [];
  const { name: buyer } = session.file.organisation;
  const all = question.parts.map((part) => withHelp(partField(question, part, context, errors), words, buyer));
  const base = addressOf(session);
  const lines = errors.map((error) => {
    const part = question.parts.find(({ id }) => `${question.id}.${id}` === error.field);
    const anchor = all.find(({ id }) => id === error.field)?.anchor ?? error.field;
    return { anchor, text: errorWords(words, error, part, part && partName(words, question, part)) };
  });
  const title = t("supplier:sign.title");
  return {
    frame: frameOf(ctx, session, words, {
      title: lines.length > 0 ? t("supplier:error.title", { title }) : title,
      back: { href: `${base}/check`, label: t("supplier:check.title") },
      from: "sign",
    }),
    opening: statement.opening,
    clauses: statement.clauses.map((clause) => asWords(clause, words.ui)),
    covers: t("supplier:sign.covers", {
      count: Object.keys(session.walk.answers).length,
      title: words.texts.get("title")?.text,
      version: session.questionnaire.definition.version,
    }),
    fields: all,
    errors: lines,
    notSaved: typed?.notSaved ?? false,
    changed: typed?.conflict ?? false,
    revision: session.file.attestation.revision,
    gap: gapOf(session, words, base),
  };
}

function withHelp(field: FieldView, words: PageWords, buyer: string): FieldView {
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

/** The questionnaire speaks of "the buyer"; whoever signs is told which one it is. */
function naming(option: OptionView, { t }: PageWords, buyer: string): OptionView {
  if (option.value === "buyer") return { ...option, label: t("supplier:sign.buyerOnly", { buyer }) };
  if (option.value !== "buyer-and-partners") return option;
  return {
    ...option,
    label: t("supplier:sign.buyerAndPartners", { buyer }),
    note: t("supplier:sign.buyerTells", { buyer }),
  };
}

function gapOf(session: SupplierSession, { t }: PageWords, base: string): SignView["gap"] {
  const [first] = signingBlockers(session);
  if (!first) return undefined;
  const key = first.kind === "open" ? "first" : "firstWrong";
  return {
    text: t(`supplier:sign.${key}`, { code: first.question }),
    href: `${base}/${first.question}?from=check`,
  };
}

/** What proves that the answers were sent. @throws Problem "not-found" before they were */
export function receiptPage(ctx: SupplierContext, session: SupplierSession): ReceiptView {
  const { file, questionnaire } = session;
  const { declaration, attestation, campaign } = file;
  if (!declaration) throw new Problem("not-found");
  const words = pageWords(ctx, questionnaire, ctx.language);
  const { t } = words;
  const base = addressOf(session);
  const at = declaration.signedAt;
  return {
    frame: frameOf(ctx, session, words, {
      title: t("supplier:receipt.pageTitle", { reference: attestation.reference }),
      from: "receipt",
    }),
    title: t("supplier:receipt.title", { buyer: file.organisation.name }),
    reference: attestation.reference,
    sent: t("supplier:receipt.sentAt", momentWords(at, campaign, words)),
    sentUtc: t("supplier:receipt.utc", { time: at.toISOString().slice(0, 19).replace("T", " ") }),
    signer: t("supplier:receipt.signer", {
      name: declaration.name,
      job: declaration.job,
      supplier: file.supplier.name,
    }),
    questions: t("supplier:receipt.version", {
      title: bareText(words.say("title")),
      version: questionnaire.definition.version,
    }),
    answers: t("supplier:receipt.answers", {
      count: answersIn(declaration.document),
      language: findLanguage(declaration.language)?.endonym ?? declaration.language,
    }),
    hash: declaration.hash,
    mail: file.contact.email,
    fileName: receiptFile(attestation.reference),
    base,
    buyer: file.organisation.name,
  };
}

/** Name of the data file of a receipt. */
export function receiptFile(reference: string): string {
  return `${reference}.json`;
}

function answersIn(document: string): number {
  const parsed: unknown = JSON.parse(document);
  if (typeof parsed !== "object" || parsed === null || !("answers" in parsed)) return 0;
  return typeof parsed.answers === "object" && parsed.answers ? Object.keys(parsed.answers).length : 0;
}
