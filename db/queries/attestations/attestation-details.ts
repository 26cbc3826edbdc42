import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AnswerRows, DraftRows, EvidenceRows } from "#db/database/dialect";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { AttestationDetails, AttestationHeader, Declaration, Return, StoredEvidence } from "#db/records";

/**
 * Everything about an attestation, prepared once, for the lookup that `where` says. What was answered comes along as JSON: a
 * statement of its own costs more to ask for than to answer.
 */
export function prepareDetails({ tables: t, read, dialect }: QueryContext, where: SQL | undefined) {
  const { attestation, invitation, campaign, supplier, contact, organisation, declaration, voided, returned } =
    columnsOf(t);
  const contents = {
    answers: dialect.newestAnswers(t, t.attestations),
    drafts: dialect.drafts(t, t.attestations),
    documents: dialect.evidence(t, t.attestations),
  };
  const selection = {
    attestation,
    invitation,
    campaign,
    supplier,
    contact,
    organisation,
    declaration,
    voided,
    returned,
    ...contents,
    signedBefore: signedBefore(t),
    helpAsked: helpAsked(t),
  };
  const query = read
    .select(selection)
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
    .leftJoin(t.voids, voidOf(t))
    .leftJoin(t.returns, and(eq(t.returns.org, t.attestations.org), eq(t.returns.correction, t.attestations.id)))
    .where(where)
    .prepare();
  return { execute: dialect.reader(query, selection, ["declaration", "voided", "returned"]) };
}

/** SQLite says 1 or 0. */
type Truth = boolean | 0 | 1;

/** Whether the supplier of an attestation signed another one. Not joined: SQLite would go through all of the organisation's. */
function signedBefore({ attestations: a, invitations: i }: QueryContext["tables"]): SQL<Truth> {
  const own = sql`select own.id from ${i} own where own.org = ${a.org} and own.supplier = ${i.supplier}`;
  return sql`exists (select 1 from ${a} earlier where earlier.org = ${a.org} and earlier.invitation in (${own}) and earlier.state = 'submitted' and earlier.id <> ${a.id})`;
}

function helpAsked({ attestations: a, helpMessages: h }: QueryContext["tables"]): SQL<Truth> {
  return sql`exists (select 1 from ${h} help where help.org = ${a.org} and help.attestation = ${a.id})`;
}

/** The void of an attestation, to be joined to it. */
export function voidOf(t: QueryContext["tables"]): SQL | undefined {
  return and(eq(t.voids.org, t.attestations.org), eq(t.voids.attestation, t.attestations.id));
}

type FileRow = Awaited<ReturnType<ReturnType<typeof prepareDetails>["execute"]>>[number];

export function headerOf(row: FileRow): AttestationHeader {
  const campaign = withoutNulls(row.campaign);
  const returned = withoutNulls(row.returned ?? undefined) satisfies Return | undefined;
  return {
    attestation: withoutNulls(row.attestation),
    invitation: withoutNulls(row.invitation),
    // What is asked again has a day of its own, and is answered after its campaign was closed.
    campaign: returned ? { ...campaign, dueAt: returned.dueAt, state: "live" } : campaign,
    supplier: withoutNulls(row.supplier),
    contact: withoutNulls(row.contact),
    organisation: row.organisation,
    declaration: withoutNulls(row.declaration ?? undefined) satisfies Declaration | undefined,
    voided: row.voided ?? undefined,
    ...(returned ? { returned } : {}),
  };
}

/** The newest revision of each answer, the drafts and the documents with it. */
export function detailsOf(dialect: QueryContext["dialect"], row: FileRow): AttestationDetails {
  const { textOf } = dialect;
  const drafts: DraftRows = JSON.parse(row.drafts);
  return {
    ...headerOf(row),
    signedBefore: Boolean(row.signedBefore),
    helpAsked: Boolean(row.helpAsked),
    ...newestAnswersOf(dialect, row.answers),
    drafts: Object.fromEntries(
      drafts
        .map(([question, fields, keptAt]) => ({ question: textOf(question), fields, keptAt: new Date(keptAt) }))
        .map((draft) => [draft.question, draft]),
    ),
    evidence: documentsOf(dialect, row.documents),
  };
}

/** What `newestAnswers` of a dialect wrote. */
export function newestAnswersOf(
  { textOf }: QueryContext["dialect"],
  json: string,
): Pick<AttestationDetails, "answers" | "revisions"> {
  const answers: AnswerRows = JSON.parse(json);
  return {
    // fromEntries makes own properties even of `__proto__`.
    answers: Object.fromEntries(answers.map(([question, , answer]) => [textOf(question), answer])),
    revisions: Object.fromEntries(answers.map(([question, revision]) => [textOf(question), revision])),
  };
}

/** What `evidence` of a dialect wrote, by question. */
export function documentsOf({ textOf }: QueryContext["dialect"], json: string): AttestationDetails["evidence"] {
  const documents: EvidenceRows = JSON.parse(json);
  return byQuestion(
    documents.map(
      ([
        id,
        question,
        name,
        type,
        bytes,
        sha256,
        status,
        receivedAt,
        scannedAt,
        heldFor,
        releasedAt,
        about,
        file,
        firstReceivedAt,
      ]) => ({
        id,
        question: textOf(question),
        name: textOf(name),
        type,
        bytes,
        sha256,
        status,
        receivedAt: new Date(receivedAt),
        ...(scannedAt === null ? {} : { scannedAt: new Date(scannedAt) }),
        ...(heldFor === null ? {} : { heldFor }),
        ...(releasedAt === null ? {} : { releasedAt: new Date(releasedAt) }),
        ...(about === null ? {} : { about }),
        ...(file === null ? {} : { file }),
        ...(firstReceivedAt === null ? {} : { firstReceivedAt: new Date(firstReceivedAt) }),
      }),
    ),
  );
}

function byQuestion(documents: readonly StoredEvidence[]): AttestationDetails["evidence"] {
  const found = new Map<string, StoredEvidence[]>();
  for (const document of documents) {
    const before = found.get(document.question);
    if (before) before.push(document);
    else found.set(document.question, [document]);
  }
  return Object.fromEntries(found);
}
