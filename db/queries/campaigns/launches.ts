import { and, eq, isNull, sql } from "drizzle-orm";
import type { AuditEvent } from "#db/audit";
import { MissingError } from "#db/errors";
import type { Ground } from "#db/queries/ground";
import { present } from "#db/queries/present";
import type { Store } from "#db/store";
import { recipientKeeper } from "./keep-recipients";

export function launchQueries(ground: Ground): Store["launches"] {
  const { tables: t, read, writer, write } = ground;
  const keep = recipientKeeper(ground);
  const goesOn = writer
    .select({ campaign: t.launches.campaign })
    .from(t.launches)
    .where(
      and(
        eq(t.launches.org, sql.placeholder("org")),
        eq(t.launches.campaign, sql.placeholder("campaign")),
        isNull(t.launches.endedAt),
      ),
    )
    .prepare();

  return {
    async get(org, campaign) {
      const [row] = await read
        .select()
        .from(t.launches)
        .where(and(eq(t.launches.org, org), eq(t.launches.campaign, campaign)));
      return row && present(row);
    },

    open: () =>
      read
        .select({ org: t.launches.org, campaign: t.launches.campaign })
        .from(t.launches)
        .where(isNull(t.launches.endedAt))
        .execute(),

    begin: ({ dueAt, at, audit, ...launch }) =>
      write(launch.org, audit, () => {
        const { org, campaign } = launch;
        const { changes } = writer
          .update(t.campaigns)
          .set({ state: "live", launchedAt: at })
          .where(
            and(
              eq(t.campaigns.org, org),
              eq(t.campaigns.id, campaign),
              eq(t.campaigns.state, "draft"),
              eq(t.campaigns.dueAt, dueAt),
            ),
          )
          .run();
        if (changes === 0) throw new MissingError("draft campaign due then", campaign);
        writer.insert(t.launches).values(launch).run();
      }),

    async invite({ org, campaign, recipients }) {
      const events: AuditEvent[] = [];
      return write(
        org,
        () => events,
        () => {
          // A campaign may be closed between two steps.
          if (goesOn.get({ org, campaign }) === undefined) throw new MissingError("launch that goes on", campaign);
          let invited = 0;
          for (const recipient of recipients) {
            if (!keep(org, campaign, recipient)) continue;
            events.push(...(recipient.audit ?? []));
            invited += 1;
          }
          return invited;
        },
      );
    },

    end: ({ org, campaign, at, audit }) =>
      write(org, audit, () => {
        const { changes } = writer
          .update(t.launches)
          .set({ endedAt: at })
          .where(and(eq(t.launches.org, org), eq(t.launches.campaign, campaign), isNull(t.launches.endedAt)))
          .run();
        if (changes === 0) throw new MissingError("launch that goes on", campaign);
      }),
  };
}
