import { and, eq, type SQL, sql } from "drizzle-orm";
import { columnsOf } from "#db/queries/columns";
import type { Ground } from "#db/queries/ground";
import { present, presentOrNone } from "#db/queries/present";
import type { AttestationFile, Declaration, StoredEvidence } from "#db/records";
import type { DocumentRows, DraftRows, JsonOf, NewestAnswers } from "#db/sqlite/dialect";

export type Cover = Omit<AttestationFile, "answers" | "revisions" | "drafts" | "evidence">;

/** Everything about an attestation but what was answered: prepared once, for the lookup that `where` says. */
export function prepareCover({ tables: t, read }: Ground, where: SQL | undefined) {
  const { attestation, invitation, campaign, supplier, contact, organisation, declaration } = columnsOf(t);
  return read
    .select({ attestation, invitation, campaign, supplier, contact, organisation, declaration })
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

type CoverRow = NonNullable<Awaited<ReturnType<ReturnType<typeof prepareCover>["get"]>>>;

export function coverOf(row: CoverRow): Cover {
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

/** Reads the newest revision of each answer, the drafts and the documents. */
export function fileReader({ read, dialect }: Ground) {
  const place = { org: sql.placeholder("org"), id: sql.placeholder("id") };
  const one = ({ json, from }: JsonOf) => sql<string>`(select ${json} from ${from})`;
  // One statement for all three: each costs more to ask for than to answer.
  const contents = read
    .select({
      answers: one(dialect.newestAnswers(place.org, place.id)),
      drafts: one(dialect.drafts(place.org, place.id)),
      documents: one(dialect.documents(place.org, place.id)),
    })
    .from(sql`(select 1)`)
    .prepare();

  return async (cover: Cover): Promise<AttestationFile> => {
    const key = { org: cover.attestation.org, id: cover.attestation.id };
    // The cover was read first, so these may be newer than its revision but never older: what is based on it is refused then.
    const [row] = await contents.execute(key);
    const kept: NewestAnswers = JSON.parse(row?.answers ?? "[]");
    const drafted: DraftRows = JSON.parse(row?.drafts ?? "[]");
    return {
      ...cover,
      // fromEntries makes own properties even of `__proto__`.
      answers: Object.fromEntries(kept.map(([question, , answer]) => [question, answer])),
      revisions: Object.fromEntries(kept.map(([question, revision]) => [question, revision])),
      drafts: Object.fromEntries(
        drafted.map(([question, fields, keptAt]) => [question, { question, fields, keptAt: new Date(keptAt) }]),
      ),
      evidence: byQuestion(JSON.parse(row?.documents ?? "[]")),
    };
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
