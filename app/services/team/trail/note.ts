import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { AuditEvent, ExportedWhat } from "#db/audit";
import type { AttemptKind } from "#db/records";

/** Span of time in which attempts are counted together. */
const windowMs = 60 * 60_000;
/** Events of each kind that an organisation's trail takes in such a span: nobody fills it by trying again and again. */
export const mostNoted: Readonly<Record<AttemptKind, number>> = { stranger: 100, refused: 200 };

type Attempt = { readonly org: string; readonly kind: AttemptKind; readonly audit: AuditEvent };

function windowOf({ clock }: ServiceContext): Date {
  return new Date(Math.floor(clock.now().getTime() / windowMs) * windowMs);
}

/** Keeps the event of something that was refused, or only counts it where there were too many before. */
export async function note(
  ctx: ServiceContext,
  event: EventMaker<"attempt.counted">,
  { org, kind, audit }: Attempt,
): Promise<void> {
  await unlessUnwritable(ctx, audit, async () => {
    const most = mostNoted[kind];
    // People of the team are few and known: so long as they stay below the bound, nothing but the event is written.
    if (kind === "refused" && (await countOf(ctx, org, audit)) < most) return ctx.store.audit.add(org, audit);
    await ctx.store.audit.note({
      org,
      kind,
      window: windowOf(ctx),
      most: kind === "refused" ? 0 : most,
      // Told by the program: whoever comes next is not the one who tried so often.
      unlisted: ({ attempts, window: since, kind: of }) => ({
        ...event("attempt.counted", org, { kind: of, attempts, since: since.toISOString() }),
        actor: { kind: "system", name: "trail" },
        from: undefined,
      }),
      audit,
    });
  });
}

/** Keeps the event of something that a person of the team read or took away: not where only its head is asked for. */
export async function noteReading(ctx: TeamContext, audit: AuditEvent): Promise<void> {
  if (ctx.isHead) return;
  return unlessUnwritable(ctx, audit, () => ctx.store.audit.add(ctx.organisation.id, audit));
}

/** The same, once an hour for one person and one thing: a page that is loaded again shows no more than before. */
export async function noteOnce(ctx: TeamContext, audit: AuditEvent): Promise<void> {
  const { id: actor } = ctx.user;
  const asked = { actor, actions: [audit.action], from: windowOf(ctx), most: mostLooked };
  const found = await ctx.store.audit.trail(ctx.organisation.id, asked);
  if (!found.some(({ subject }) => subject.id === audit.subject.id)) await noteReading(ctx, audit);
}

const mostLooked = 200;

async function countOf(ctx: ServiceContext, org: string, { action }: AuditEvent): Promise<number> {
  const found = await ctx.store.audit.trail(org, { actions: [action], from: windowOf(ctx), most: mostNoted.refused });
  return found.length;
}

/**
 * Where an event cannot be kept that is said in the log of the program, and whoever asked goes on: nobody must be kept out, or from
 * reading, by a full disk.
 */
async function unlessUnwritable(ctx: ServiceContext, audit: AuditEvent, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    ctx.log.error({ err: error, action: audit.action }, "an event could not be kept");
  }
}

/** Writes down that a person of the team took data away as a file: those of a campaign, or of the organisation. */
export function noteExport(
  ctx: TeamContext,
  event: EventMaker<"data.exported">,
  what: ExportedWhat,
  campaign?: string,
): Promise<void> {
  const org = ctx.organisation.id;
  const audit =
    campaign === undefined
      ? event("data.exported", org, { what })
      : event("data.exported", campaign, { what }, { about: "campaign" });
  return noteReading(ctx, audit);
}

/** The only organisation there is: what a stranger tries belongs to it, whatever was typed. */
export async function onlyOrganisation({ store }: Pick<ServiceContext, "store">): Promise<string | undefined> {
  const [org, ...others] = await store.organisations.ids();
  return others.length === 0 ? org : undefined;
}
