import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, Declaration, StoredEvidence } from "#db/records";
import type { Answer } from "#questionnaires/answers";
import { evidenceKinds } from "#terms/documents/evidence-kinds";

const EvidenceAbout = z.object({
  kind: z.enum(evidenceKinds).optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  issued: z.string().optional(),
  expires: z.string().optional(),
  site: z.string().optional(),
  issuer: z.string().optional(),
  language: z.string().optional(),
  people: z.enum(["yes", "no"]).optional(),
});

/** What a signed document holds of what pages show. Documents that were signed before files could be attached list none. */
const Document = z.object({
  reference: z.string(),
  answers: z.record(
    z.string(),
    z.custom<Answer>((value) => typeof value === "object" && value !== null),
  ),
  evidence: z
    .array(
      z.object({
        id: z.string(),
        question: z.string(),
        name: z.string(),
        type: z.string(),
        bytes: z.number(),
        sha256: z.string(),
        file: z.string().optional(),
        firstReceivedAt: z.iso.datetime().optional(),
        about: EvidenceAbout.optional(),
      }),
    )
    .default([]),
  texts: z.object({ language: z.string() }),
  statement: z.object({ hash: z.string() }),
  signer: z.object({ name: z.string(), job: z.string(), sharing: z.string() }),
  signedAt: z.iso.datetime(),
});

/** What is kept is not what was signed: `signed` is what it should be, `found` what it is; fingerprints or references. */
export type Mismatch = { readonly signed: string; readonly found: string };

export type SignedRead = { readonly file: AttestationDetails } | { readonly mismatch: Mismatch };

/**
 * An attestation as it was signed: answers, documents and signer stand in it as the signed document says, whatever became of
 * the tables they were kept in besides. One that is not signed is left as it is.
 * @throws Error for a document that has its fingerprint and is of no form that this program knows
 */
export function readAsSigned({ sha256 }: Pick<ServiceContext, "sha256">, file: AttestationDetails): SignedRead {
  const { declaration, attestation } = file;
  if (!declaration) return { file };
  const found = sha256(declaration.document);
  if (found !== declaration.hash) return { mismatch: { signed: declaration.hash, found } };
  const document = Document.parse(JSON.parse(declaration.document));
  // The document of somebody else has the right fingerprint too.
  if (document.reference !== attestation.reference)
    return { mismatch: { signed: attestation.reference, found: document.reference } };
  const signed = { ...declaration, ...signerIn(document) };
  return { file: { ...file, answers: document.answers, evidence: evidenceIn(document, file), declaration: signed } };
}

type Document = z.output<typeof Document>;

function signerIn({ signer, texts, statement, signedAt }: Document): Omit<Declaration, "hash" | "document"> {
  return { ...signer, language: texts.language, statementHash: statement.hash, signedAt: new Date(signedAt) };
}

/** How far a document was looked into and reviewed, and when it came, are no part of what was signed. */
function evidenceIn({ evidence, signedAt }: Document, file: AttestationDetails): AttestationDetails["evidence"] {
  const kept = new Map(Object.values(file.evidence).flatMap((all) => all.map((one) => [one.id, one] as const)));
  const byQuestion: Record<string, StoredEvidence[]> = {};
  for (const { firstReceivedAt, ...listed } of evidence) {
    const {
      status = "attached",
      receivedAt = new Date(signedAt),
      ...looked
    }: Partial<StoredEvidence> = kept.get(listed.id) ?? {};
    const { scannedAt, heldFor, releasedAt } = looked;
    const document = {
      ...{ ...listed, status, receivedAt },
      ...(scannedAt && { scannedAt }),
      ...(heldFor && { heldFor }),
      ...(releasedAt && { releasedAt }),
      ...(firstReceivedAt && { firstReceivedAt: new Date(firstReceivedAt) }),
    };
    byQuestion[listed.question] = [...(byQuestion[listed.question] ?? []), document];
  }
  return byQuestion;
}
