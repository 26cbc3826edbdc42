import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SQLiteSelect } from "drizzle-orm/sqlite-core";
import { voidOf } from "#db/queries/attestations/attestation-details";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Funnel, RecipientFilter, RecipientRow } from "#db/store";
import { foldName } from "#terms/names";
import { recipientTroubles } from "#terms/recipients";

/** Nothing heard for so long counts as silence: seven days, in milliseconds. */
const silence = 7 * 24 * 60 * 60 * 1000;

type Kind = Exclude<keyof Funnel, "troubled">;

/** What each count of the funnel means; the same words filter the rows, so that a count is the number of rows it shows. */
function meanings({ tables: t }: QueryContext, now: Date): Readonly<Record<Kind, SQL | undefined>> {
  // What was sent stays counted when it was removed, unless it was void by then.
  const signed = isNotNull(t.attestations.submittedAt);
  const started = or(isNotNull(t.attestations.startedAt), signed);
  const asked = and(eq(t.invitations.state, "invited"), eq(t.attestations.state, "open"));
  const lastSign = sql`coalesce(${t.attestations.savedAt}, ${t.attestations.startedAt}, ${t.invitations.deliveredAt}, ${t.invitations.createdAt})`;
  return {
    invited: sql`1 = 1`,
    delivered: isNotNull(t.invitations.deliveredAt),
    // A link can also be handed over by other ways than mail: who started has got it.
    reached: or(isNotNull(t.invitations.deliveredAt), started),
    started,
    submitted: and(signed, isNull(t.voids.attestation)),
    voided: isNotNull(t.voids.attestation),
    declined: eq(t.invitations.state, "declined"),
    withdrawn: eq(t.invitations.state, "withdrawn"),
    "opted-out": isNotNull(t.invitations.unsubscribedAt),
    "failed-mail": eq(t.mails.state, "failed"),
    expired: and(asked, lte(t.invitations.expiresAt, now)),
    silent: and(
      asked,
      gt(t.invitations.expiresAt, now),
      sql`${lastSign} <= ${sql.param(new Date(now.getTime() - silence), t.invitations.createdAt)}`,
    ),
  };
}

export async function funnelOf(context: QueryContext, org: string, campaign: string, now: Date): Promise<Funnel> {
  const { tables: t, read } = context;
  const of = meanings(context, now);
  const sum = (kind: Kind) => sql`count(*) filter (where ${of[kind]})`.mapWith(Number);
  const counts = {
    invited: sum("invited"),
    delivered: sum("delivered"),
    reached: sum("reached"),
    started: sum("started"),
    submitted: sum("submitted"),
    declined: sum("declined"),
    withdrawn: sum("withdrawn"),
    "opted-out": sum("opted-out"),
    expired: sum("expired"),
    silent: sum("silent"),
    voided: sum("voided"),
    troubled: sql`count(*) filter (where ${withoutMails(of)})`.mapWith(Number),
  };
  const [row] = await read
    .select(counts)
    .from(t.invitations)
    .innerJoin(t.attestations, ownAttestation(context))
    .leftJoin(t.voids, voidOf(t))
    .where(ofCampaign(context, org, campaign));
  if (row === undefined) throw new Error("a sum without groups is always one row");
  // Counted from the mails: few fail, and every invitation has one.
  const [failed] = await read
    .select({
      mails: count(),
      only: sql`count(*) filter (where ${not(withoutMails(of) ?? sql`1 = 0`)})`.mapWith(Number),
    })
    .from(t.mails)
    .innerJoin(t.invitations, and(eq(t.invitations.org, t.mails.org), eq(t.invitations.id, t.mails.invitation)))
    .innerJoin(t.attestations, ownAttestation(context))
    .leftJoin(t.voids, voidOf(t))
    .where(
      and(
        of["failed-mail"],
        eq(t.mails.org, org),
        ofCampaign(context, org, campaign),
        eq(t.invitations.lastMail, t.mails.id),
      ),
    );
  return { ...row, "failed-mail": failed?.mails ?? 0, troubled: row.troubled + (failed?.only ?? 0) };
}

/** All troubles but that of the mail: who has several is counted once. */
function withoutMails(of: ReturnType<typeof meanings>): SQL | undefined {
  return or(...recipientTroubles.filter((trouble) => trouble !== "failed-mail").map((trouble) => of[trouble]));
}

/** Who is asked again about what it signed is no other recipient. */
function ofCampaign({ tables: { invitations: i } }: QueryContext, org: string, campaign: string): SQL | undefined {
  return and(eq(i.org, org), eq(i.campaign, campaign), eq(i.correction, 0));
}

function ownAttestation({ tables: t }: QueryContext) {
  return and(eq(t.attestations.org, t.invitations.org), eq(t.attestations.invitation, t.invitations.id));
}
function ownSupplier({ tables: t }: QueryContext) {
  return and(eq(t.suppliers.org, t.invitations.org), eq(t.suppliers.id, t.invitations.supplier));
}
function ownContact({ tables: t }: QueryContext) {
  return and(eq(t.contacts.org, t.invitations.org), eq(t.contacts.id, t.invitations.contact));
}
function newestMail({ tables: t }: QueryContext) {
  return and(eq(t.mails.org, t.invitations.org), eq(t.mails.id, t.invitations.lastMail));
}

/** One page: which rows stand on it is found in indexes alone as far as the filter allows, then its rows are read. */
export async function recipientsOf(context: QueryContext, org: string, campaign: string, filter: RecipientFilter) {
  const { tables: t, read } = context;
  const found = await filtered(
    context,
    read.select({ id: t.invitations.id }).from(t.invitations).$dynamic(),
    org,
    campaign,
    filter,
  )
    .orderBy(asc(t.invitations.number), asc(t.invitations.id))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const [counted] = await filtered(
    context,
    read.select({ total: count() }).from(t.invitations).$dynamic(),
    org,
    campaign,
    filter,
  );
  const ids = found.map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await joined(context, and(eq(t.invitations.org, org), inArray(t.invitations.id, ids))).orderBy(
          asc(t.invitations.number),
          asc(t.invitations.id),
        );
  return { rows: await withAnswered(context, org, rows), total: counted?.total ?? 0 };
}

/** Joins what the filter asks about and nothing else: each table joined is looked up for every recipient. */
function filtered<Q extends SQLiteSelect>(
  context: QueryContext,
  query: Q,
  org: string,
  campaign: string,
  filter: RecipientFilter,
) {
  const { tables: t, dialect } = context;
  const { step, problem } = filter;
  const of = meanings(context, filter.now);
  const wanted = foldName(filter.search ?? "");
  const found: (SQL | undefined)[] = [ofCampaign(context, org, campaign)];
  if ((step !== undefined && step !== "invited") || problem !== undefined) {
    query.innerJoin(t.attestations, ownAttestation(context)).leftJoin(t.voids, voidOf(t));
    query.leftJoin(t.mails, newestMail(context));
    found.push(step && of[step], problem && of[problem]);
  }
  if (wanted !== "") {
    query.innerJoin(t.suppliers, ownSupplier(context)).innerJoin(t.contacts, ownContact(context));
    found.push(or(dialect.contains(t.suppliers.search, wanted), dialect.contains(t.contacts.emailKey, wanted)));
  }
  return query.where(and(...found));
}

export async function recipientOf(
  context: QueryContext,
  org: string,
  invitation: string,
): Promise<RecipientRow | undefined> {
  const { tables: t } = context;
  const rows = await joined(context, and(eq(t.invitations.org, org), eq(t.invitations.id, invitation)));
  return (await withAnswered(context, org, rows))[0];
}

function joined(context: QueryContext, where: SQL | undefined) {
  const { tables: t, read } = context;
  const { invitation, supplier, contact, attestation, voided, mail } = columnsOf(t);
  return read
    .select({ invitation, supplier, contact, attestation, voided, mail })
    .from(t.invitations)
    .innerJoin(t.attestations, ownAttestation(context))
    .innerJoin(t.suppliers, ownSupplier(context))
    .innerJoin(t.contacts, ownContact(context))
    .leftJoin(t.voids, voidOf(t))
    .leftJoin(t.mails, newestMail(context))
    .where(where);
}

type Joined = Awaited<ReturnType<typeof joined>>;

async function withAnswered(
  { tables: t, read }: QueryContext,
  org: string,
  rows: Joined,
): Promise<readonly RecipientRow[]> {
  if (rows.length === 0) return [];
  const counts = await read
    .select({ attestation: t.answers.attestation, answered: countDistinct(t.answers.question) })
    .from(t.answers)
    .where(
      and(
        eq(t.answers.org, org),
        inArray(
          t.answers.attestation,
          rows.map(({ attestation }) => attestation.id),
        ),
      ),
    )
    .groupBy(t.answers.attestation);
  const answered = new Map(counts.map((row) => [row.attestation, row.answered]));
  return rows.map(({ invitation, supplier, contact, attestation, voided, mail }) => ({
    invitation: withoutNulls(invitation),
    supplier: withoutNulls(supplier),
    contact: withoutNulls(contact),
    attestation: withoutNulls(attestation),
    voided: voided ?? undefined,
    answered: answered.get(attestation.id) ?? 0,
    lastMail:
      mail === null
        ? undefined
        : {
            id: mail.id,
            kind: mail.kind,
            state: mail.state,
            to: mail.to,
            at: mail.sentAt ?? mail.queuedAt,
            error: mail.lastError ?? undefined,
          },
  }));
}
