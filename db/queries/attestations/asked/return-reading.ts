import { and, asc, count, desc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";

/** What was sent back, and how far its answer is. */
export function returnReading({
  tables: t,
  read,
}: QueryContext): Pick<Store["returns"], "sent" | "get" | "counts" | "open"> {
  const { returnedQuestions: q, returns: r, attestations: a, invitations: i, users: u, suppliers: s, campaigns: p } = t;
  const { reference, invitation, startedAt, submittedAt: answeredAt } = a;
  const { org: _org, ...columns } = getTableColumns(r);
  const correction = and(eq(a.org, r.org), eq(a.id, r.correction));
  const ofInvitation = and(eq(i.org, a.org), eq(i.id, a.invitation));

  const rows = (where: SQL | undefined) =>
    read
      .select({ ...columns, reference, invitation, startedAt, answeredAt, name: u.name })
      .from(r)
      .innerJoin(a, correction)
      .leftJoin(u, and(eq(u.org, r.org), eq(u.id, r.user)))
      .where(where)
      .orderBy(desc(r.sentAt), desc(r.id));

  // Neither accepted nor, by now, on the list of what goes back of the correction itself.
  const again = sql`select 1 from ${q} again where again.org = ${r.org} and again.attestation = ${r.correction} and again.question = one.question`;
  const unseen = sql`exists (select 1 from ${q} one where one.org = ${r.org} and one.return_id = ${r.id} and one.accepted_at is null and not exists (${again}))`;
  const isOpen = (org: string, state: "waiting" | "answered", campaign: string | undefined): SQL | undefined =>
    and(
      eq(r.org, org),
      isNull(r.calledBackAt),
      state === "waiting" ? eq(a.state, "open") : and(eq(a.state, "submitted"), unseen),
      campaign === undefined ? undefined : eq(i.campaign, campaign),
    );

  return {
    async sent(org, attestation) {
      const found = await rows(and(eq(r.org, org), eq(r.attestation, attestation)));
      return found.map((row) => withoutNulls(row));
    },

    async get(org, id) {
      const [row] = await rows(and(eq(r.org, org), eq(r.id, id)));
      return row && withoutNulls(row);
    },

    async counts(org, campaign) {
      const all = async (state: "waiting" | "answered") => {
        const [row] = await read
          .select({ all: count() })
          .from(r)
          .innerJoin(a, correction)
          .innerJoin(i, ofInvitation)
          .where(isOpen(org, state, campaign));
        return row?.all ?? 0;
      };
      return { waiting: await all("waiting"), answered: await all("answered") };
    },

    async open(org, { state, campaign, most }) {
      const found = await read
        .select({
          sent: { ...columns, reference, invitation, startedAt, answeredAt, name: u.name },
          supplier: { id: s.id, name: s.name },
          asked: { zone: p.zone, questionnaire: a.questionnaire, version: a.version },
        })
        .from(r)
        .innerJoin(a, correction)
        .innerJoin(i, ofInvitation)
        .innerJoin(s, and(eq(s.org, i.org), eq(s.id, i.supplier)))
        .innerJoin(p, and(eq(p.org, i.org), eq(p.id, i.campaign)))
        .leftJoin(u, and(eq(u.org, r.org), eq(u.id, r.user)))
        .where(isOpen(org, state, campaign))
        .orderBy(asc(state === "waiting" ? r.dueAt : a.submittedAt), asc(r.id))
        .limit(most);
      return found.map(({ supplier, asked, sent }) => ({ ...withoutNulls(sent), ...asked, supplier }));
    },
  };
}
