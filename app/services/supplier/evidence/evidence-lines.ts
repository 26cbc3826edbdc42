import { documentFacts, questionsOf } from "#app/services/answers/document-facts";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { SupplierContext } from "#app/services/context/contexts";
import { momentWords } from "#app/services/supplier/page/frame";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { type Origin, withOrigin } from "#app/services/supplier/session/origin";
import { addressOf, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { EvidenceFieldView, EvidenceLine } from "#app/views/supplier/evidence";
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
    files: evidenceLines(session, code, words),
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

/** The documents of a question, oldest first. */
export function evidenceLines(
  { file, walk }: SupplierSession,
  code: string,
  words: PageTexts,
  from?: Origin,
): readonly EvidenceLine[] {
  const documents = Object.hasOwn(file.evidence, code) ? (file.evidence[code] ?? []) : [];
  return documents.map((document) => {
    const { id, name, bytes, status, receivedAt, scannedAt, heldFor = "" } = document;
    const href = `${addressOf({ file })}/evidence/${id}`;
    return {
      id,
      name,
      ...(isKeptApart(document) ? { keptApart: keptApartWords(heldFor, file, words) } : { href }),
      removeHref: withOrigin(`${href}/remove`, from),
      aboutHref: withOrigin(`${href}/about`, from),
      about: documentFacts(document.about, questionsOf(file, document), walk, words),
      showsPeople: document.about?.people === "yes",
      size: sizeInWords(bytes, words),
      state: words.t(`evidence:state.${status}`, momentWords(receivedAt, file.campaign, words)),
      scan: words.t(`evidence:scan.${scannedAt ? "clean" : "none"}`),
    };
  });
}
