import * as z from "zod";
import { formatCalendarDate } from "#app/i18n/dates/days";
import { findLanguage } from "#app/i18n/languages";
import { joinItems } from "#app/i18n/writing/punctuation";
import { supplierUseCase } from "#app/services/context/use-case";
import { errorWords } from "#app/services/supplier/page/error-words";
import { frameOf } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ChangesView, ChangeView, NeedView } from "#app/views/supplier/workbook";
import type { Column, Part } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import type { Place } from "#questionnaires/workbook/find-cells";
import type { Finding, Settled } from "./changes/proposal";
import { nothingSettled, proposeChanges } from "./changes/propose-changes";
import { type CarriedFile, type LeftAlone, type LeftPlaces, packFile } from "./changes/sent-cells";
import { savedWords } from "./show-workbook";

const carriedFile = z.custom<CarriedFile>((value) => typeof value === "object" && value !== null && "cells" in value);
const settledInput = z.custom<Settled>((value) => typeof value === "object" && value !== null && "fixes" in value);

/**
 * What a file would change: what needs somebody, what will change, what was left alone, in this order. `saved`: how many
 * answers were just saved of it; `language`: what the reader chose with the form, if anything.
 */
export const showChanges = supplierUseCase({
  permission: "attestations.answer",
  input: z.object({
    file: carriedFile,
    settled: settledInput.default(nothingSettled),
    language: z.string().optional(),
    saved: z.int().min(0).optional(),
    notSaved: z.boolean().default(false),
  }),
  events: [],
  run(ctx, { file, settled, language, saved, notSaved }): ChangesView {
    const { session } = ctx;
    const chosen = { ...ctx, language: findLanguage(language)?.tag ?? ctx.language };
    const words = pageTexts(ctx, session, chosen.language);
    const { t } = words;
    const { findings, left } = proposeChanges(chosen, session, file.cells, settled);
    const alone = aloneLines(file.alone, words);
    return {
      frame: frameOf(ctx, session, words, {
        title: t("supplier:workbook.changes.title"),
        back: { href: `${addressOf(session)}/workbook`, label: t("supplier:workbook.title") },
        form: "changes",
      }),
      lead: t("supplier:workbook.changes.read", { name: file.name }),
      file: packFile({ ...file, cells: left }),
      notes: [
        ...(saved === undefined ? [] : [savedWords(saved, words)]),
        ...(file.older ? [t("supplier:workbook.changes.older")] : []),
        ...(file.other === undefined ? [] : [t("supplier:workbook.changes.other", { reference: file.other })]),
      ],
      notSaved,
      need: findings
        .filter(({ kind }) => kind === "invalid" || kind === "conflict")
        .map((finding) => needOf(session, finding, words, settled)),
      changes: findings.filter(({ kind }) => kind === "change").map((finding) => changeOf(finding, words)),
      alone: alone.map(({ text }) => text),
      aloneCount: alone.reduce((sum, { count }) => sum + count, 0),
      back: `${addressOf(session)}/workbook`,
    };
  },
});

function placeWords({ sheet, cell }: Place, { t }: PageTexts): string {
  return t("supplier:workbook.changes.at", { sheet, cell });
}

function labelWords({ question, label }: Finding): string {
  return `${question} ${label}`;
}

function changeOf(finding: Finding, words: PageTexts): ChangeView {
  return {
    key: finding.box,
    label: labelWords(finding),
    place: placeWords(finding, words),
    ...(finding.before === undefined ? {} : { before: finding.before }),
    after: finding.after ?? finding.typed,
  };
}

function needOf(session: SupplierSession, finding: Finding, words: PageTexts, { takes }: Settled): NeedView {
  const { t } = words;
  const { box, typed, error, days = [], before, after, options } = finding;
  const about = { label: labelWords(finding), place: placeWords(finding, words) };
  const name = `fix.${box}`;
  if (finding.kind === "conflict") {
    const sides = [
      { value: "file", label: after ?? typed, note: t("supplier:workbook.changes.inFile"), on: takes.has(box) },
      {
        value: "here",
        label: before ?? t("supplier:check.blank"),
        note: t("supplier:workbook.changes.here"),
        on: false,
      },
    ];
    return {
      ...about,
      name: `take.${box}`,
      problem: t("supplier:workbook.changes.two"),
      control: { kind: "sides", options: sides },
    };
  }
  if (days.length > 0) {
    const options = days.map((value) => ({ value, label: formatCalendarDate(value, "day", words.ui), on: false }));
    const problem = t("supplier:workbook.changes.twoDays", { value: typed });
    return { ...about, name, problem, control: { kind: "sides", options } };
  }
  const what =
    error === "formula" || error === undefined
      ? t("supplier:workbook.changes.formula")
      : errorWords(words, error, partOf(session, error), undefined);
  const problem = error === "formula" ? what : t("supplier:workbook.changes.wrong", { value: shortened(typed), what });
  if (options) return { ...about, name, problem, control: { kind: "list", options } };
  const isLong = typed.length > 60 || typed.includes("\n");
  return { ...about, name, problem, control: { kind: "text", value: error === "formula" ? "" : typed, isLong } };
}

/** The part or column that an error is about, for what is said of its kind. */
function partOf({ questionnaire }: SupplierSession, { field }: FieldError): Part | Column | undefined {
  const [code = "", id, column] = field.split(".");
  const part = questionnaire.questions.get(code)?.parts.find((one) => one.id === id);
  return part?.type === "table" && column !== undefined ? part.columns.find((one) => one.id === column) : part;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** What was left alone, a sentence for each reason. */
function aloneLines({ empty, same, kept, notAsked, strange }: LeftAlone, words: PageTexts) {
  const { t, ui } = words;
  const cells = ({ count, first }: LeftPlaces) => {
    const named = first.map((place) => placeWords(place, words));
    return joinItems(count > first.length ? [...named, "…"] : named, ui);
  };
  const counted = (count: number, text: () => string) => (count === 0 ? [] : [{ count, text: text() }]);
  return [
    ...counted(strange.count, () =>
      t("supplier:workbook.changes.strange", { count: strange.count, cells: cells(strange) }),
    ),
    ...counted(notAsked.count, () =>
      t("supplier:workbook.changes.notAsked", { count: notAsked.count, cells: cells(notAsked) }),
    ),
    ...counted(kept, () => t("supplier:workbook.changes.kept", { count: kept })),
    ...counted(same, () => t("supplier:workbook.changes.same", { count: same })),
    ...counted(empty, () => t("supplier:workbook.changes.empty", { count: empty })),
  ];
}
