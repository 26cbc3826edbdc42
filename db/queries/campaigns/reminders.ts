import { and, asc, count, eq, gt, isNotNull, isNull, lte, min, ne, or } from "drizzle-orm";
import type { AuditEvent } from "#db/audit";
import { MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import { mailQueue } from "#db/queries/mails/queue-mails";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { NewMail, Store } from "#db/store";

/** Invitations that one statement changes: pages are served between two of them. */
const batch = 2_000;

export function reminderQueries(context: QueryContext): Store["reminders"] {
  const { tables: t, read, write, writeInSteps } = context;
  const { queueMails } = mailQueue(context);
  const { campaign } = columnsOf(t);
  const i = t.invitations;

  return {
    async running(org, now) {
      const rows = await read
        .select(campaign)
        .from(t.campaigns)
        .where(
          and(
            eq(t.campaigns.org, org),
            eq(t.campaigns.state, "live"),
            gt(t.campaigns.dueAt, now),
            isNotNull(t.campaigns.schedule),
          ),
        )
        .orderBy(asc(t.campaigns.createdAt), asc(t.campaigns.id));
      return rows.map((row) => withoutNulls(row)).filter(({ schedule }) => schedule && !schedule.isPaused);
    },

    schedule: ({ org, id, schedule, at, audit }) =>
      writeInSteps(org, async function* (tx) {
        const [changed] = await tx
          .update(t.campaigns)
          .set({ schedule: schedule ?? null })
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), ne(t.campaigns.state, "closed")))
          .returning({ state: t.campaigns.state });
        if (changed === undefined) throw new MissingError("campaign that goes on", id);
        yield [audit];
        if (changed.state === "draft") return;
        const own = and(eq(i.org, org), eq(i.campaign, id), eq(i.correction, 0), eq(i.state, "invited"));
        let after = 0;
        for (let isMore = true; isMore; ) {
          // By their numbers, which no two invitations of a campaign share.
          const numbers = await tx
            .select({ number: i.number })
            .from(i)
            .where(and(own, gt(i.number, after)))
            .orderBy(asc(i.number))
            .limit(batch);
          const last = numbers.at(-1)?.number ?? after;
          await tx
            .update(i)
            .set({ remindAt: schedule ? at : null })
            .where(and(own, gt(i.number, after), lte(i.number, last)));
          after = last;
          isMore = numbers.length === batch;
          yield [];
        }
      }),

    async due(org, id, { now, most }) {
      const rows = await read
        .select({
          invitation: i,
          submittedAt: t.attestations.submittedAt,
          attestation: t.attestations.state,
          supplier: { id: t.suppliers.id, country: t.suppliers.country, isArchived: t.suppliers.isArchived },
          contact: { email: t.contacts.email, language: t.contacts.language },
          erasedAt: t.contacts.erasedAt,
          mail: { state: t.mails.state, sentAt: t.mails.sentAt, queuedAt: t.mails.queuedAt },
        })
        .from(i)
        .innerJoin(t.attestations, and(eq(t.attestations.org, i.org), eq(t.attestations.invitation, i.id)))
        .innerJoin(t.suppliers, and(eq(t.suppliers.org, i.org), eq(t.suppliers.id, i.supplier)))
        .innerJoin(t.contacts, and(eq(t.contacts.org, i.org), eq(t.contacts.id, i.contact)))
        .leftJoin(t.mails, and(eq(t.mails.org, i.org), eq(t.mails.id, i.lastMail)))
        .where(and(eq(i.org, org), eq(i.campaign, id), lte(i.remindAt, now)))
        .orderBy(asc(i.remindAt))
        .limit(most);
      return rows.map(({ invitation, supplier, contact, mail, ...row }) => ({
        org,
        invitation: invitation.id,
        supplier: supplier.id,
        country: supplier.country,
        remindAt: invitation.remindAt ?? now,
        sent: invitation.round ?? 0,
        isAsked:
          invitation.state === "invited" &&
          invitation.unsubscribedAt === null &&
          row.submittedAt === null &&
          row.attestation === "open" &&
          !supplier.isArchived &&
          row.erasedAt === null,
        expiresAt: invitation.expiresAt,
        createdAt: invitation.createdAt,
        contact,
        lastMail: mail ? { at: mail.sentAt ?? mail.queuedAt, state: mail.state } : undefined,
      }));
    },

    async keep({ org, steps }) {
      const { reminded } = await write<{ reminded: number; events: readonly AuditEvent[] }>(
        org,
        ({ events }) => events,
        async (tx) => {
          const events: AuditEvent[] = [];
          const mails: NewMail[] = [];
          for (const { invitation, remindAt, sent, next, reminder } of steps) {
            const [kept] = await tx
              .update(i)
              .set({ remindAt: next ?? null, ...(reminder && { round: sent + 1 }) })
              .where(
                and(
                  eq(i.org, org),
                  eq(i.id, invitation),
                  // Somebody else was faster where these are others.
                  eq(i.remindAt, remindAt),
                  sent === 0 ? or(isNull(i.round), eq(i.round, 0)) : eq(i.round, sent),
                ),
              )
              .returning({ id: i.id });
            if (kept === undefined || reminder === undefined) continue;
            mails.push({ ...reminder.mail, org, invitation, round: sent + 1 });
            events.push(...reminder.audit);
          }
          await queueMails(tx, mails);
          return { reminded: mails.length, events };
        },
      );
      return reminded;
    },

    async counts(org, id) {
      const own = and(eq(i.org, org), eq(i.campaign, id));
      const [waits] = await read
        .select({ next: min(i.remindAt) })
        .from(i)
        .where(and(own, isNotNull(i.remindAt)));
      // Who got the third one got the first and the second too.
      const had = await read
        .select({ round: i.round, invitations: count() })
        .from(i)
        .where(and(own, gt(i.round, 0)))
        .groupBy(i.round);
      const most = Math.max(0, ...had.map(({ round }) => round ?? 0));
      const rounds = Array.from({ length: most }, (_, place) => ({
        round: place + 1,
        mails: had.reduce((sum, { round, invitations }) => ((round ?? 0) > place ? sum + invitations : sum), 0),
      }));
      return { next: waits?.next ?? undefined, rounds };
    },
  };
}
