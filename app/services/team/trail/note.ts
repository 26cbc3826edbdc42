import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { AuditEvent, ExportedWhat } from "#db/audit";
import type { AttemptKind } from "#db/records";

/** Span of time in which attempts are counted together. */
const windowMs = 60 * 60_000;
/** Events of each kind that an organisation's trail takes in such a span: nobody fills it by trying again and again. */
export const mostNoted: Readonly<Record<AttemptKind, number>> = { stranger: 100, refused: 200, read: 2_000 };

/**
 * Keeps the event of something that changed nothing: a refusal, a download. Where it cannot be kept that is said in the log of the
 * program, and whoever asked goes on: nobody must be kept out, or from reading, by a full disk.
 */
export async function note(
  ctx: ServiceContext,
  event: EventMaker<"attempt.counted">,
  { org, kind, audit }: { org: string; kind: AttemptKind; audit: AuditEvent },
): Promise<void> {
  const window = new Date(Math.floor(ctx.clock.now().getTime() / windowMs) * windowMs);
  try {
    await ctx.store.audit.note({
      org,
      kind,
      window,
      most: mostNoted[kind],
      // Told by the program: whoever comes next is not the one who tried so often.
      unlisted: ({ attempts, window: since, kind: of }) => ({
        ...event("attempt.counted", org, { kind: of, attempts, since: since.toISOString() }),
        actor: { kind: "system", name: "trail" },
        from: undefined,
      }),
      audit,
    });
  } catch (error) {
    ctx.log.error({ err: error, action: audit.action }, "an event could not be kept");
  }
}

/** Writes down that a person of the team took data away as a file: those of a campaign, or of the organisation. */
export function noteExport(
  ctx: TeamContext,
  event: EventMaker<"data.exported" | "attempt.counted">,
  what: ExportedWhat,
  campaign?: string,
): Promise<void> {
  const org = ctx.organisation.id;
  const audit =
    campaign === undefined
      ? event("data.exported", org, { what })
      : event("data.exported", campaign, { what }, { about: "campaign" });
  return note(ctx, event, { org, kind: "read", audit });
}

/** The only organisation there is: what a stranger tries belongs to it, whatever was typed. */
export async function onlyOrganisation({ store }: Pick<ServiceContext, "store">): Promise<string | undefined> {
  const [org, ...others] = await store.organisations.ids();
  return others.length === 0 ? org : undefined;
}
