import * as z from "zod";
import { languages } from "#app/i18n/languages";
import { bareText } from "#app/i18n/page-text";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import { aboutDates, languageOf, otherLanguage, questionsOf } from "#app/services/answers/document-facts";
import { siteLabel, sitesOf } from "#app/services/answers/sites";
import { supplierUseCase } from "#app/services/context/use-case";
import { attachedEvidence } from "#app/services/supplier/evidence/attached-evidence";
import { controlOf } from "#app/services/supplier/fields/controls";
import { errorWords } from "#app/services/supplier/page/error-words";
import { frameOf, sectionOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { originPage, withOrigin } from "#app/services/supplier/session/origin";
import { shownForm } from "#app/services/supplier/session/page-input";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ControlView, FieldView, OptionView } from "#app/views/supplier/controls";
import type { AboutEvidenceView } from "#app/views/supplier/evidence";
import type { Column } from "#questionnaires/definition";
import type { FieldError, Fields } from "#questionnaires/reading";
import { evidenceKinds } from "#terms/documents/evidence-kinds";
import { fieldsOfAbout, offeredQuestions } from "./read-about";

/**
 * The page on which a supplier says what a document is and which answers it supports. `typed`: what could not be saved.
 * @throws Problem "not-found" when it is not attached
 */
export const showAboutEvidence = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({ evidence: z.string(), typed: shownForm.optional(), from: originPage }),
  events: [],
  run(ctx, { evidence, typed, from }): AboutEvidenceView {
    const { session } = ctx;
    const attached = attachedEvidence(session, evidence);
    const { id, question, name } = attached;
    const words = pageTexts(ctx, session, ctx.language);
    const at = questionsOf(session.file, attached);
    const errors = typed?.errors ?? [];
    const fields = aboutFields(session, words, typed?.fields ?? fieldsOfAbout(attached, at), errors);
    const title = words.t("evidence:about.title");
    const back = withOrigin(`${addressOf(session)}/${question}/evidence`, from);
    return {
      frame: frameOf(ctx, session, words, {
        title: errors.length > 0 ? words.t("supplier:error.title", { title }) : title,
        back: { href: back, label: words.t("evidence:title", { code: question }) },
        from: withOrigin(`evidence/${id}/about`, from),
      }),
      code: question,
      section: sectionOf(session, question, words),
      name,
      fields,
      errors: errors.map((error) => lineOf(error, fields, words)),
      notSaved: typed?.notSaved ?? false,
      back,
    };
  },
});

/** One line of the summary: an error names its field, and leads to it. */
function lineOf(error: FieldError, fields: readonly FieldView[], words: PageTexts) {
  const found = fields.find(({ id }) => id === error.field);
  const label = found?.label === undefined ? undefined : bareText(found.label);
  return { anchor: found?.anchor ?? error.field, text: wordsOf(error, words, label) };
}

function wordsOf(error: FieldError, words: PageTexts, label?: string): string {
  if (error.code === "too-many-rows")
    return words.t("evidence:wrong.full.question", { files: error.params?.max ?? "" });
  return errorWords(words, error, partOf(error.field), label);
}

function partOf(field: string): Column | undefined {
  const found = aboutDates.find(({ id }) => id === field);
  return found && { id: found.id, type: "date", precision: found.precision };
}

/** What can be said of a document, in the order of the page. */
function aboutFields(
  session: SupplierSession,
  words: PageTexts,
  fields: Fields,
  errors: readonly FieldError[],
): readonly FieldView[] {
  const { t } = words;
  const typed = (id: string) => fields.get(id)?.at(-1) ?? "";
  const field = (id: string, label: string, control: ControlView, more: Partial<FieldView> = {}): FieldView => {
    const error = errors.find((one) => one.field === id);
    const wrong = error && wordsOf(error, words);
    return {
      id,
      anchor: anchorOf(id, control),
      label,
      optional: true,
      control,
      ...(wrong && { error: wrong }),
      ...more,
    };
  };
  const list = (id: string, first: string, options: readonly (readonly [string, string])[]): ControlView => ({
    kind: "select",
    name: id,
    html: [["", first] as const, ...options]
      .map(([value, label]) => {
        const selected = value !== "" && value === typed(id) ? " selected" : "";
        return `<option value="${escapeHtml(value)}"${selected}>${escapeHtml(label)}</option>`;
      })
      .join(""),
  });
  const people = (value: "yes" | "no", label: string, opened?: string): OptionView => ({
    value,
    label,
    on: typed("people") === value,
    ...(opened && { opened }),
  });
  const dates = aboutDates.map((part) =>
    field(
      part.id,
      t(`evidence:about.${part.id}`),
      controlOf({ ...part, type: "date" }, part.id, { session, words, fields }),
    ),
  );
  const sites = sitesOf(session.walk).map((row) => [row.id, siteLabel(row)] as const);
  const tags = [...languages.map(({ tag }) => tag), otherLanguage].map((tag) => [tag, languageOf(tag, words)] as const);
  const kinds = evidenceKinds.map((kind) => [kind, t(`evidence:about.kinds.${kind}`)] as const);
  const questions: ControlView = {
    kind: "choices",
    type: "checkbox",
    name: "questions",
    options: offeredQuestions(session).map(({ id }) => ({
      value: id,
      label: `${id} ${bareText(words.say(`${id}.short`))}`,
      on: fields.get("questions")?.includes(id) ?? false,
    })),
  };
  return [
    field("people", t("evidence:about.people"), {
      kind: "choices",
      type: "radio",
      name: "people",
      options: [
        people("no", t("evidence:about.peopleNo")),
        people("yes", t("evidence:about.peopleYes"), t("evidence:about.cover")),
      ],
    }),
    field("kind", t("evidence:about.kind"), list("kind", t("supplier:choose"), kinds)),
    ...dates,
    field("site", t("evidence:about.site"), list("site", t("evidence:about.allSites"), sites)),
    field("issuer", t("evidence:about.issuer"), {
      ...{ kind: "line", name: "issuer", value: typed("issuer"), numeric: false, percent: false, size: "full" },
    } as const),
    field("language", t("evidence:about.language"), list("language", t("supplier:choose"), tags)),
    field("questions", t("evidence:about.questions"), questions, { optional: false }),
  ];
}

function anchorOf(id: string, control: ControlView): string {
  if (control.kind === "choices") return `${id}.${control.options[0]?.value ?? ""}`;
  return control.kind === "date" ? (control.boxes[0]?.name ?? id) : id;
}
