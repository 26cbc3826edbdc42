import * as z from "zod";
import { evidenceListing } from "#app/services/answers/evidence-answers";
import { inSignedWords } from "#app/services/answers/signed/signed-words";
import type { ServiceContext } from "#app/services/context/contexts";
import { requireQuestionnaire, requireRuleSetAndEdition } from "#app/services/ratings/rating-versions";
import { walkSession } from "#app/services/supplier/session/supplier-session";
import type { StoredAuditEvent } from "#db/audit";
import type { AttestationDetails, Declaration } from "#db/records";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import type { Finding, FindingKind } from "./findings";

/** What is compared of a signed document; the rest of it is held by its hash. */
const Document = z.looseObject({
  reference: z.string(),
  supplier: z.looseObject({ ref: z.string() }),
  questionnaire: z.object({ id: z.string(), version: z.number(), fingerprint: z.string() }),
  answers: z.record(z.string(), z.unknown()),
  evidence: z.array(z.unknown()),
  statement: z.object({
    notice: z.string().optional(),
    opening: z.string(),
    clauses: z.array(z.looseObject({ text: z.string() })),
    hash: z.string(),
  }),
  signer: z.looseObject({ name: z.string(), job: z.string(), sharing: z.string() }),
  signedAt: z.string(),
});

type Document = z.output<typeof Document>;

/** The events about an attestation, and whether those of an instant were removed by their term. */
export type Trail = { readonly events: readonly StoredAuditEvent[]; readonly areGone: (at: Date) => boolean };

/** What of a signed attestation is not as it was signed. */
export async function checkDeclaration(
  ctx: Pick<ServiceContext, "catalogue" | "sha256">,
  file: AttestationDetails & { readonly declaration: Declaration },
  { events, areGone }: Trail,
): Promise<readonly Finding[]> {
  const { attestation, declaration } = file;
  const about = attestation.reference;
  const findings: Finding[] = [];
  const say = (text: string, kind: FindingKind = "declaration") => findings.push({ kind, about, text });

  const hash = ctx.sha256(declaration.document);
  if (hash !== declaration.hash) say(`its document has the hash ${hash}, and was signed with ${declaration.hash}`);
  const signed = events.filter((event) => event.action === "attestation.submitted");
  if (signed.length !== 1 && !(signed.length === 0 && areGone(declaration.signedAt)))
    say(`the trail has ${signed.length} events of its signature instead of one`);
  for (const { details } of signed) {
    if ("hash" in details && details.hash !== declaration.hash)
      say(`the trail says that it was signed with the hash ${details.hash}, not ${declaration.hash}`);
  }

  const document = readDocument(declaration.document);
  if (document === undefined)
    return [...findings, { kind: "declaration", about, text: "its document is no whole one" }];
  for (const text of differences(ctx, file, document)) say(text);
  const questionnaire = await requireQuestionnaire(ctx, attestation);
  if (document.questionnaire.fingerprint !== questionnaire.fingerprint)
    say(`it was signed over ${questionnaire.key} with another fingerprint than was published`);

  const rules = await requireRuleSetAndEdition(ctx, file.campaign);
  const session = { file, questionnaire: inSignedWords(questionnaire, declaration), ...rules };
  const walk = walkSession(session, file.answers);
  for (const question of differing(document.answers, walk.answers))
    say(`the answer to ${question} is not the one that was signed`, "answers");
  if (canonicalJson(evidenceListing(file, walk.asked)) !== canonicalJson(document.evidence))
    say("the documents on record are not those that were signed", "answers");
  return findings;
}

function readDocument(text: string): Document | undefined {
  try {
    return Document.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function* differences(
  { sha256 }: Pick<ServiceContext, "sha256">,
  { attestation, supplier, declaration }: AttestationDetails & { readonly declaration: Declaration },
  document: Document,
): Generator<string> {
  const { statement, signer } = document;
  const { notice, opening, clauses } = statement;
  const lines = [...(notice ? [notice] : []), opening, ...clauses.map(({ text }) => text)];
  if (sha256(lines.join("\n")) !== statement.hash)
    yield "the statement in its document does not have the hash beside it";
  const beside: readonly (readonly [what: string, inDocument: unknown, onRecord: unknown])[] = [
    ["reference", document.reference, attestation.reference],
    ["supplier", document.supplier.ref, supplier.ref],
    ["questionnaire", document.questionnaire.id, attestation.questionnaire],
    ["version", document.questionnaire.version, attestation.version],
    ["statement", statement.hash, declaration.statementHash],
    ["name of the signer", signer.name, declaration.name],
    ["job of the signer", signer.job, declaration.job],
    ["choice of sharing", signer.sharing, declaration.sharing],
    ["time of signing", document.signedAt, declaration.signedAt.toISOString()],
  ];
  for (const [what, inDocument, onRecord] of beside)
    if (inDocument !== onRecord)
      yield `the ${what} on record (${onRecord}) is not that of its document (${inDocument})`;
}

/** The questions whose answers differ, or are on one side only. */
function differing(signed: Readonly<Record<string, unknown>>, kept: Readonly<Record<string, unknown>>): string[] {
  const said = (answer: unknown) => (answer === undefined ? "" : canonicalJson(answer));
  return [...new Set([...Object.keys(signed), ...Object.keys(kept)])]
    .filter((question) => said(signed[question]) !== said(kept[question]))
    .sort();
}
