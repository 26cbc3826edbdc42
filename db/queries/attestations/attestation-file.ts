import { and, eq, type SQL, sql } from "drizzle-orm";
import { columnsOf } from "#db/queries/columns";
import type { Ground } from "#db/queries/ground";
import { present, presentOrNone } from "#db/queries/present";
import type { AttestationFile, Declaration, StoredEvidence } from "#db/records";
import type { DocumentRows, DraftRows, JsonOf, NewestAnswers } from "#db/sqlite/dialect";

export type Cover = Omit<AttestationFile, "answers" | "revisions" | "drafts" | "evidence">;

/**
 * Everything about an attestation, prepared once, for the lookup that `where` says. What was answered comes along as JSON: a
 * statement of its own costs more to ask for than to answer.
 */
export function prepareFile({ tables: t, read, dialect }: Ground, where: SQL | undefined) {
  const { attestation, invitation, campaign, supplier, contact, organisation, declaration } = columnsOf(t);
  const all = ({ json, from }: JsonOf) => sql<string>`(select ${json} from ${from})`;
  const contents = {
    answers: all(dialect.newestAnswers(t.attestations.org, t.attestations.id)),
    drafts: all(dialect.drafts(t.attestations.org, t.attestations.id)),
    documents: all(dialect.documents(t.attestations.org, t.attestations.id)),
  };
  return read
    .select({ attestation, invitation, campaign, supplier, contact, organisation, declaration, ...contents })
    .from(t.attestations)
    .innerJoin(
      t.invitations,
      and(eq(t.invitations.org, t.attestations.org), eq(t.invitations.id, t.attestations.invitation)),
    )
    .innerJoin(t.campaigns, and(eq(t.campaigns.org, t.attestations.org), eq(t.campaigns.id, t.invitations.campaign)))
    .innerJoin(t.suppliers, and(eq(t.suppliers.org, t.attestations.org), eq(t.suppliers.id, t.invitations.supplier)))
    .innerJoin(t.contacts, and(eq(t.contacts.org, t.attestations.org), eq(t.contacts.id, t.invitations.contact)))
    .innerJoin(t.organisations, eq(t.organisations.id, t.attestations.org))
    .leftJoin(
      t.declarations,
      and(eq(t.declarations.org, t.attestations.org), eq(t.declarations.attestation, t.attestations.id)),
    )
    .where(where)
    .prepare();
}

type FileRow = NonNullable<Awaited<ReturnType<ReturnType<typeof prepareFile>["get"]>>>;

export function coverOf(row: FileRow): Cover {
  return {
    attestation: present(row.attestation),
    invitation: present(row.invitation),
    campaign: present(row.campaign),
    supplier: present(row.supplier),
    contact: present(row.contact),
    organisation: row.organisation,
    declaration: presentOrNone(row.declaration ?? undefined) satisfies Declaration | undefined,
  };
}

/** The newest revision of each answer, the drafts and the documents with it. */
export function fileOf(row: FileRow): AttestationFile {
  const kept: NewestAnswers = JSON.parse(row.answers);
  const drafted: DraftRows = JSON.parse(row.drafts);
  return {
    ...coverOf(row),
    // fromEntries makes own properties even of `__proto__`.
    answers: Object.fromEntries(kept.map(([question, , answer]) => [question, answer])),
    revisions: Object.fromEntries(kept.map(([question, revision]) => [question, revision])),
    drafts: Object.fromEntries(
      drafted.map(([question, fields, keptAt]) => [question, { question, fields, keptAt: new Date(keptAt) }]),
    ),
    evidence: byQuestion(JSON.parse(row.documents)),
  };
}

function byQuestion(documents: DocumentRows): AttestationFile["evidence"] {
  const found = new Map<string, StoredEvidence[]>();
  for (const [id, question, name, type, bytes, sha256, status, receivedAt] of documents) {
    const one = { id, question, name, type, bytes, sha256, status, receivedAt: new Date(receivedAt) };
    const before = found.get(question);
    if (before) before.push(one);
    else found.set(question, [one]);
  }
  return Object.fromEntries(found);
}
