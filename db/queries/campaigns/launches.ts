import { and, eq, isNull } from "drizzle-orm";
import type { AuditEvent } from "#db/audit";
import { prepared, valueFor } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { jobWrites } from "#db/queries/jobs/job-writes";
import { mailJobs } from "#db/queries/mails/queue-mails";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { NewMail, Store } from "#db/store";
import { recipientInserts } from "./insert-recipients";

export function launchQueries(context: QueryContext): Store["launches"] {
  const { tables: t, read, write, dialect } = context;
  const insertRecipient = recipientInserts(context);
  const { enqueueJob, noteProgress, finishJob } = jobWrites(context);
  const { sendAtOnce } = mailJobs(context);
  // Held while a step is made, so that two programs do not both invite the same suppliers.
  const unfinished = prepared((tx) =>
    dialect
      .locked(
        tx
          .select({ campaign: t.launches.campaign })
          .from(t.launches)
          .where(
            and(
              eq(t.launches.org, valueFor(t.launches.org, "org")),
              eq(t.launches.campaign, valueFor(t.launches.campaign, "campaign")),
              isNull(t.launches.endedAt),
            ),
          ),
        t.launches,
      )
      .prepare(),
  );

  return {
    async get(org, campaign) {
      const [row] = await read
        .select()
        .from(t.launches)
        .where(and(eq(t.launches.org, org), eq(t.launches.campaign, campaign)));
      return row && withoutNulls(row);
    },

    begin: ({ dueAt, at, offered, audit, ...launch }) =>
      write(launch.org, audit, async (tx) => {
        const { org, campaign } = launch;
        const [begun] = await tx
          .update(t.campaigns)
          .set({ state: "live", launchedAt: at, offered })
          .where(
            and(
              eq(t.campaigns.org, org),
              eq(t.campaigns.id, campaign),
              eq(t.campaigns.state, "draft"),
              eq(t.campaigns.dueAt, dueAt),
            ),
          )
          .returning({ id: t.campaigns.id });
        if (begun === undefined) throw new MissingError("draft campaign due then", campaign);
        await tx.insert(t.launches).values(launch);
        const kind = "launch.invite";
        await enqueueJob(tx, { org, kind, key: campaign, lane: kind, payload: {}, dueAt: at, createdAt: at });
      }),

    async invite({ org, campaign, recipients, job }) {
      const { invited } = await write<{ invited: number; events: readonly AuditEvent[] }>(
        org,
        ({ events }) => events,
        async (tx) => {
          // A campaign may be closed between two steps.
          const [launch] = await unfinished(tx, { org, campaign });
          if (launch === undefined) throw new MissingError("launch that goes on", campaign);
          if (job) await noteProgress(tx, job.lease, job.progress);
          const events: AuditEvent[] = [];
          const mails: NewMail[] = [];
          for (const recipient of recipients) {
            if (!(await insertRecipient(tx, org, campaign, recipient))) continue;
            events.push(...(recipient.audit ?? []));
            mails.push(recipient.mail);
          }
          await sendAtOnce(tx, mails);
          return { invited: mails.length, events };
        },
      );
      return invited;
    },

    end: ({ org, campaign, at, lease, audit }) =>
      write(org, audit, async (tx) => {
        const [ended] = await tx
          .update(t.launches)
          .set({ endedAt: at })
          .where(and(eq(t.launches.org, org), eq(t.launches.campaign, campaign), isNull(t.launches.endedAt)))
          .returning({ campaign: t.launches.campaign });
        if (ended === undefined) throw new MissingError("launch that goes on", campaign);
        if (lease) await finishJob(tx, lease, { at });
      }),
  };
}
