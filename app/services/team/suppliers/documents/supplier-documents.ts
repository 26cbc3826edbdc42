import { isoDay } from "#app/i18n/dates/days";
import { dayMoment } from "#app/i18n/dates/moments";
import { pageText } from "#app/i18n/page-text";
import { documentFacts, questionsOf } from "#app/services/answers/document-facts";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import { readAsSigned } from "#app/services/answers/signed/signed-file";
import type { TeamContext } from "#app/services/context/contexts";
import { hiddenQuestions } from "#app/services/north-korea/north-korea";
import { decidedOf } from "#app/services/reviews/decided";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import { walkAttestation } from "#app/services/team/suppliers/supplier-answers";
import {
  type DocumentState,
  type DocumentsView,
  documentStates,
  type SupplierDocument,
} from "#app/views/team/evidence/supplier-documents";
import type { Attestation, AttestationDetails, RatingGiven } from "#db/records";

/** Attestations whose documents are read, the newest: a page must not go through all of many years. */
const mostAttestations = 20;

type Asked = {
  readonly supplier: string;
  /** Every time that it was asked, the newest first. */
  readonly asked: readonly { readonly attestation: Attestation }[];
  /** The state that is asked for; anything else asks for all, and nothing for none. */
  readonly state: string | undefined;
  /** What else stands in the address of the page. */
  readonly query: Readonly<Record<string, string | undefined>>;
};

/**
 * All documents that a supplier signed, but for those that the reader does not see. One that was copied into a correction stands once,
 * where it was signed last.
 */
export async function supplierDocuments(
  ctx: TeamContext,
  { supplier, asked, state, query }: Asked,
): Promise<DocumentsView | undefined> {
  if (state === undefined) return undefined;
  const org = ctx.organisation.id;
  const attestations = asked
    .map(({ attestation }) => attestation)
    .filter((attestation) => attestation.state === "submitted")
    .map(({ id }) => id);
  const read = attestations.slice(0, mostAttestations);
  const decisions = read.length === 0 ? [] : await ctx.store.reviews.decisions(org, read);
  const lines = new Map<string, SupplierDocument>();
  for (const id of read) {
    const kept = await ctx.store.attestations.get(org, id);
    const signed = kept?.declaration ? readAsSigned(ctx, kept) : undefined;
    if (!signed || !("file" in signed)) continue;
    const { evidence } = decidedOf(decisions.filter(({ attestation }) => attestation === id));
    for (const line of await documentsOf(ctx, signed.file, evidence))
      if (!lines.has(line.key)) lines.set(line.key, line);
  }
  const all = [...lines.values()];
  const chosen = documentStates.find((one) => one === state);
  const address = (of?: DocumentState) => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, documents: of })) if (value) params.set(name, value);
    const text = params.toString();
    return `/suppliers/${supplier}${text === "" ? "" : `?${text}`}#documents`;
  };
  const filters = documentStates.map((of) => ({
    state: of,
    count: all.filter(({ states }) => states.includes(of)).length,
  }));
  return {
    all: all.length,
    lines: chosen ? all.filter(({ states }) => states.includes(chosen)) : all,
    chosen,
    allHref: address(),
    filters: filters
      .filter(({ count, state: of }) => count > 0 || of === chosen)
      .map((one) => ({ ...one, href: address(one.state) })),
    isCut: attestations.length > read.length,
  };
}

async function documentsOf(
  ctx: TeamContext,
  file: AttestationDetails,
  judged: RatingGiven["evidence"] = {},
): Promise<readonly SupplierDocument[]> {
  const isHidden = await hiddenQuestions(ctx, file.attestation);
  const documents = Object.values(file.evidence)
    .flat()
    .filter((document) => ![document.question, ...questionsOf(file, document)].some(isHidden));
  if (documents.length === 0) return [];
  const walk = await walkAttestation(ctx, file);
  const texts = ownTexts(ctx, walk.questionnaire, ctx.language);
  const reader = { t: ctx.t(ctx.language), ui: ctx.language };
  const today = isoDay(ctx.clock.now());
  return documents.map((document): SupplierDocument => {
    const { id, name, question, sha256, status, scannedAt, about } = document;
    const isApart = isKeptApart(document);
    const state = isApart ? ("apart" as const) : (judged[id] ?? status);
    const isOver = state !== "expired" && about?.expires !== undefined && about.expires < today;
    const title = texts.get(`${question}.short`);
    const href = `/suppliers/${file.supplier.id}/evidence/${id}`;
    return {
      key: `${question} ${sha256}`,
      ...{ name, question, href: isApart ? `${href}/kept-apart` : href, isApart },
      title: title ? pageText(title, ctx.language) : question,
      facts: documentFacts(about, questionsOf(file, document), walk, reader),
      states: [state, ...(isOver ? ["expired" as const] : []), ...(scannedAt ? [] : ["unscanned" as const])],
      reference: file.attestation.reference,
      signed: dayMoment(file.declaration?.signedAt ?? document.receivedAt, ctx.language),
      isVoid: file.voided !== undefined,
    };
  });
}
