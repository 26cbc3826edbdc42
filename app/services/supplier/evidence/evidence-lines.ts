import { isoDay } from "#app/i18n/dates/days";
import { documentFacts, questionsOf } from "#app/services/answers/document-facts";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { SupplierContext } from "#app/services/context/contexts";
import { momentWords } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { type Origin, withOrigin } from "#app/services/supplier/session/origin";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { EvidenceFieldView, EvidenceLine } from "#app/views/supplier/evidence";
import type { EvidenceAbout, StoredEvidence } from "#db/records";
import { isKeptApartFor } from "#terms/documents/kept-apart-for";
import { sizeInWords } from "./files/file-sizes";
import { waitingLines } from "./pieces/waiting-lines";

/** What a question's page shows of its documents; undefined where it takes none. */
export async function evidenceField(
  ctx: SupplierContext,
  code: string,
  words: PageTexts,
): Promise<EvidenceFieldView | undefined> {
  const { session } = ctx;
  if (!session.questionnaire.questions.get(code)?.evidence) return undefined;
  return {
    proof: words.find(`evidence.${code}`),
    files: evidenceLines(ctx, code, words),
    waiting: await waitingLines(ctx, code, words),
  };
}

/** That a document is kept apart, why, and what would be better. */
export function keptApartWords(
  heldFor: string,
  { organisation }: Pick<SupplierSession["file"], "organisation">,
  { t }: PageTexts,
): string {
  return isKeptApartFor(heldFor) ? t(`evidence:keptApart.${heldFor}`, { buyer: organisation.name }) : heldFor;
}

/** From which age on a supplier is told to look for a newer document. No rule set counts it: what a reviewer decides of it does. */
const oldMonths = 24;

/**
 * Whether what a document tells of, or else its issue, lies further back than that. What is not known is not old, and neither is
 * what says until when it holds.
 */
function isOld({ until, issued, expires }: EvidenceAbout = {}, now: Date): boolean {
  const date = until ?? issued;
  if (date === undefined || (expires !== undefined && expires >= isoDay(now))) return false;
  const limit = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - oldMonths));
  return date.slice(0, 7) < isoDay(limit).slice(0, 7);
}

/** The documents of a question, oldest first. */
export function documentsOf({ evidence }: SupplierSession["file"], code: string): readonly StoredEvidence[] {
  return Object.hasOwn(evidence, code) ? (evidence[code] ?? []) : [];
}

/** The same as pages show them. */
export function evidenceLines(
  { clock, session: { file, walk } }: Pick<SupplierContext, "clock" | "session">,
  code: string,
  words: PageTexts,
  from?: Origin,
): readonly EvidenceLine[] {
  return documentsOf(file, code).map((document) => {
    const { id, name, bytes, status, receivedAt, scannedAt, heldFor = "" } = document;
    const href = `${addressOf({ file })}/evidence/${id}`;
    return {
      id,
      name,
      ...(isKeptApart(document) ? { keptApart: keptApartWords(heldFor, file, words) } : { href }),
      removeHref: withOrigin(`${href}/remove`, from),
      aboutHref: withOrigin(`${href}/about`, from),
      about: documentFacts(document.about, questionsOf(file, document), walk, words),
      ...(isOld(document.about, clock.now()) ? { old: words.t("evidence:all.old", { months: oldMonths }) } : {}),
      showsPeople: document.about?.people === "yes",
      size: sizeInWords(bytes, words),
      state: words.t(`evidence:state.${status}`, momentWords(receivedAt, file.campaign, words)),
      scan: words.t(`evidence:scan.${scannedAt ? "clean" : "none"}`),
    };
  });
}
