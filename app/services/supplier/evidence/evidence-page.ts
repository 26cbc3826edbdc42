import type { SupplierContext } from "#app/services/context/contexts";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { type PageWords, pageWords } from "#app/services/supplier/page/page-words";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ErrorLine } from "#app/views/error-line";
import type { EvidenceFieldView, EvidenceLine, EvidenceView, RemoveEvidenceView } from "#app/views/supplier/evidence";
import type { AddedEvidence } from "./add-evidence";
import { evidenceQuestion } from "./add-evidence";
import { documentTypes } from "./document-type";
import { evidenceLimits } from "./limits";
import { attachedEvidence } from "./remove-evidence";

/** What became of the files of one sending, by the name each came with. */
export type SentFiles = {
  readonly files: readonly { readonly name: string; readonly outcome: AddedEvidence }[];
  /** There were more files than are taken at once. */
  readonly more: boolean;
};

/** What a question's page shows of its documents; undefined where it takes none. */
export function evidenceField(session: SupplierSession, code: string, words: PageWords): EvidenceFieldView | undefined {
  if (!session.questionnaire.questions.get(code)?.evidence) return undefined;
  return { proof: words.find(`evidence.${code}`), files: linesOf(session, code, words) };
}

/** The page that documents are sent from. @throws Problem "not-found" for a question that takes none */
export function evidencePage(
  ctx: SupplierContext,
  session: SupplierSession,
  { question: code, sent }: { question: string; sent?: SentFiles },
): EvidenceView {
  evidenceQuestion(session, code);
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const errors = sent ? errorsOf(sent, words) : [];
  const title = words.t("evidence:title", { code });
  const back = `${addressOf(session)}/${code}`;
  return {
    frame: frameOf(ctx, session, words, {
      title: errors.length > 0 ? words.t("supplier:error.title", { title }) : title,
      back: { href: back, label: words.t("evidence:back", { code }) },
      from: `${code}/evidence`,
    }),
    code,
    section: words.say(`section.${session.questionnaire.sectionOf(code).id}`),
    question: words.say(`${code}.title`),
    proof: words.find(`evidence.${code}`),
    files: linesOf(session, code, words),
    accept: Object.values(documentTypes)
      .flatMap(({ media, extensions }) => [...extensions.map((extension) => `.${extension}`), media])
      .join(","),
    limits: {
      file: megabytes(evidenceLimits.fileBytes, words),
      files: evidenceLimits.files,
      all: megabytes(evidenceLimits.bytes, words),
    },
    errors,
    notSaved: sent?.files.some(({ outcome }) => outcome.kind === "not-saved") ?? false,
    back,
  };
}

/** Asks whether to remove a document. @throws Problem "not-found" */
export function removeEvidencePage(
  ctx: SupplierContext,
  session: SupplierSession,
  { evidence, notSaved }: { evidence: string; notSaved: boolean },
): RemoveEvidenceView {
  const { id, question, name, bytes } = attachedEvidence(session, evidence);
  const words = pageWords(ctx, session.questionnaire, ctx.language);
  const base = addressOf(session);
  const back = `${base}/${question}/evidence`;
  return {
    frame: frameOf(ctx, session, words, {
      title: words.t("evidence:removeTitle"),
      back: { href: back, label: words.t("evidence:title", { code: question }) },
      from: `evidence/${id}/remove`,
    }),
    code: question,
    section: words.say(`section.${session.questionnaire.sectionOf(question).id}`),
    name,
    size: sizeOf(bytes, words),
    back,
    notSaved,
  };
}

function linesOf({ file }: SupplierSession, code: string, words: PageWords): readonly EvidenceLine[] {
  const documents = Object.hasOwn(file.evidence, code) ? (file.evidence[code] ?? []) : [];
  return documents.map(({ id, name, bytes, status, receivedAt }) => {
    const href = `${addressOf({ file })}/evidence/${id}`;
    return {
      id,
      name,
      href,
      removeHref: `${href}/remove`,
      size: sizeOf(bytes, words),
      state: words.t(`evidence:state.${status}`, momentWords(receivedAt, file.campaign, words)),
    };
  });
}

function errorsOf({ files, more }: SentFiles, words: PageWords): readonly ErrorLine[] {
  const { t } = words;
  const texts = files.flatMap(({ name, outcome }) => {
    const what = whatWentWrong(outcome, words);
    return what === undefined ? [] : [t("evidence:wrong.named", { name: shown(name), what })];
  });
  if (files.length === 0) texts.push(t("evidence:wrong.none"));
  if (more) texts.push(t("evidence:wrong.more", { files: evidenceLimits.files }));
  return texts.map((text) => ({ anchor: "file", text }));
}

function whatWentWrong(outcome: AddedEvidence, words: PageWords): string | undefined {
  const { t } = words;
  switch (outcome.kind) {
    case "refused":
      return t(`evidence:refused.${outcome.why}`);
    case "too-large":
      return t("evidence:wrong.too-large", { file: megabytes(evidenceLimits.fileBytes, words) });
    case "full": {
      const all = outcome.of === "given" ? evidenceLimits.everBytes : evidenceLimits.bytes;
      return t(`evidence:wrong.full.${outcome.of}`, { files: evidenceLimits.files, all: megabytes(all, words) });
    }
    default:
      return undefined;
  }
}

/** A refused file has no clean name, because what it is could not be told; enough of it to be recognised. */
function shown(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(0, 80);
}

function sizeOf(bytes: number, { ui }: PageWords): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const digits = unit === "megabyte" ? 1 : 0;
  const atLeast = unit === "kilobyte" ? Math.max(1, value) : value;
  return formatOf(ui, unit, digits).format(atLeast);
}

function megabytes(bytes: number, { ui }: PageWords): string {
  return formatOf(ui, "megabyte", 0).format(bytes / 1024 / 1024);
}

function formatOf(language: string, unit: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    maximumFractionDigits: digits,
    numberingSystem: "latn",
  });
}
