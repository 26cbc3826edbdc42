import { and, asc, count, eq, isNull, max, type SQL, sql } from "drizzle-orm";
import { valueFor } from "#db/database/transaction";
import { LockedError, MissingError } from "#db/errors";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import { colleagueStates } from "#db/queries/attestations/colleagues";
import { mailQueue } from "#db/queries/mails/queue-mails";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import type { HelpOutcome, NewHelpMessage } from "#db/store/attestations/help-messages";
import { helpColumns } from "./help-columns";

type Change = Parameters<Store["help"]["ask"]>[0];

export function helpQueries(context: QueryContext): Store["help"] {
  const { tables: t, read, write } = context;
  const { helpMessages: h, colleagues: c, users: u, attestations: a, invitations: i, suppliers: s, campaigns: p } = t;
  const { queueMails } = mailQueue(context);
  const { stateOf, checkOpen } = attestationStates(context);
  const { requireAsked } = colleagueStates(context);
  const { message, named } = helpColumns(t);

  const isOpen = (org: string, campaign?: string): SQL | undefined =>
    and(
      eq(h.org, org),
      eq(h.side, "supplier"),
      isNull(h.answeredAt),
      campaign === undefined ? undefined : eq(i.campaign, campaign),
    );
  const ofAttestation = and(eq(a.org, h.org), eq(a.id, h.attestation));
  const ofInvitation = and(eq(i.org, a.org), eq(i.id, a.invitation));
  const byColleague = and(eq(c.org, h.org), eq(c.id, h.colleague));
  const byUser = and(eq(u.org, h.org), eq(u.id, h.user));

  /** One more message, unless it is there already or there are too many; inside it, what belongs to its side is done. */
  function keep(
    { message: kept, most, mails = [], audit }: Change,
    side: (tx: Parameters<typeof stateOf>[0]) => Promise<void>,
  ) {
    return write(
      kept.org,
      (outcome: HelpOutcome) => (outcome === "kept" ? [audit] : []),
      async (tx) => {
        const { org, attestation } = kept;
        const own = and(eq(h.org, org), eq(h.attestation, attestation));
        await side(tx);
        const [there] = await tx
          .select({ id: h.id })
          .from(h)
          .where(and(eq(h.org, org), eq(h.id, kept.id)));
        if (there !== undefined) return "there";
        const [before] = await tx
          .select({
            last: max(h.position),
            own: sql<number>`count(case when ${h.side} = ${kept.side} then 1 end)`.mapWith(Number),
          })
          .from(h)
          .where(own);
        if ((before?.own ?? 0) >= most) return "full";
        await tx.insert(h).values({ ...kept, position: (before?.last ?? 0) + 1 });
        if (kept.side === "buyer") await setAnswered(tx, kept);
        await queueMails(
          tx,
          mails.map((mail) => ({ ...mail, org, help: kept.id })),
        );
        return "kept";
      },
    );
  }

  async function setAnswered(tx: Parameters<typeof stateOf>[0], { org, attestation, question, at }: NewHelpMessage) {
    const answered = await tx
      .update(h)
      .set({ answeredAt: sql`coalesce(${h.answeredAt}, ${sql.param(at, h.answeredAt)})` })
      .where(and(eq(h.org, org), eq(h.attestation, attestation), eq(h.question, question), eq(h.side, "supplier")))
      .returning({ id: h.id });
    if (answered.length === 0) throw new MissingError("question of a supplier's", question);
  }

  const ofIt = and(eq(h.org, valueFor(h.org, "org")), eq(h.attestation, valueFor(h.attestation, "attestation")));
  // Prepared once: every page of a question asks for its thread.
  const threadOf = (about: SQL | undefined) =>
    read
      .select(named)
      .from(h)
      .leftJoin(c, byColleague)
      .leftJoin(u, byUser)
      .where(and(ofIt, about))
      .orderBy(asc(h.position))
      .prepare();
  const ofAll = threadOf(undefined);
  const ofOne = threadOf(eq(h.question, valueFor(h.question, "question")));

  return {
    async get(org, id) {
      const [row] = await read
        .select(message)
        .from(h)
        .where(and(eq(h.org, org), eq(h.id, id)));
      return row && withoutNulls(row);
    },

    async messages(org, attestation, question) {
      const rows = await (question === undefined
        ? ofAll.execute({ org, attestation })
        : ofOne.execute({ org, attestation, question }));
      return rows.map((row) => withoutNulls(row));
    },

    async open(org, { campaign, most }) {
      const rows = await read
        .select({
          message: named,
          reference: a.reference,
          asked: { questionnaire: a.questionnaire, version: a.version },
          supplier: { id: s.id, name: s.name },
          campaign: { id: p.id, name: p.name },
        })
        .from(h)
        .innerJoin(a, ofAttestation)
        .innerJoin(i, ofInvitation)
        .innerJoin(s, and(eq(s.org, i.org), eq(s.id, i.supplier)))
        .innerJoin(p, and(eq(p.org, i.org), eq(p.id, i.campaign)))
        .leftJoin(c, byColleague)
        .leftJoin(u, byUser)
        .where(isOpen(org, campaign))
        .orderBy(asc(h.at), asc(h.attestation), asc(h.position))
        .limit(most);
      return rows.map(({ message: row, asked, ...about }) => ({ ...withoutNulls(row), ...asked, ...about }));
    },

    async countOpen(org, campaign) {
      const asked = read
        .selectDistinct({ attestation: h.attestation, question: h.question })
        .from(h)
        .innerJoin(a, ofAttestation)
        .innerJoin(i, ofInvitation)
        .where(isOpen(org, campaign))
        .as("asked");
      const [row] = await read.select({ all: count() }).from(asked);
      return row?.all ?? 0;
    },

    ask: (change) =>
      keep(change, async (tx) => {
        const { org, attestation, colleague } = change.message;
        const found = await stateOf(tx, { org, id: attestation });
        if (found.state === "removed") throw new LockedError("removed");
        if (found.state !== "submitted") checkOpen(found);
        if (colleague !== undefined) await requireAsked(tx, { org, attestation, colleague });
      }),

    answer: (change) =>
      keep(change, async (tx) => {
        const { org, attestation } = change.message;
        await stateOf(tx, { org, id: attestation });
      }),
  };
}
