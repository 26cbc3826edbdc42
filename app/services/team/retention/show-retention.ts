import { dayMs } from "#app/i18n/dates/days";
import { dayMoment, type Moment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { type RetentionClass, retentionClasses } from "#terms/retention/retention-classes";
import { dueAt, dueUntil } from "#terms/retention/retention-dates";
import { warnsOfCustoms } from "./change-terms";
import { holdLines } from "./holds";

/** What goes next of one class: how many things, and on which day (UTC); without a day, within a day from now. */
export type NextRemoval = { readonly count: number; readonly day?: Moment };

/** How long each class is kept, what of it goes next, and the holds that stand. */
export const showRetention = teamUseCase({
  permission: "retention.read",
  input: noInput,
  events: [],
  async run(ctx) {
    const terms = await ctx.store.retention.terms(ctx.organisation.id);
    const classes: { kind: RetentionClass; months?: number; next?: NextRemoval }[] = [];
    for (const kind of retentionClasses) {
      const months = terms[kind];
      classes.push(months === undefined ? { kind } : { kind, months, next: await nextOf(ctx, kind, months) });
    }
    const holds = await holdLines(ctx);
    return { classes, warnsOfCustoms: warnsOfCustoms(terms), holds };
  },
});

async function nextOf(ctx: TeamContext, kind: RetentionClass, months: number): Promise<NextRemoval | undefined> {
  const { retention } = ctx.store;
  const org = ctx.organisation.id;
  const oldest = await retention.oldest(org, kind);
  if (oldest === undefined) return undefined;
  const now = ctx.clock.now();
  const day = dueAt(kind, months, oldest);
  if (day <= now) return { count: await retention.count(org, kind, dueUntil(kind, months, now)) };
  const endOfDay = new Date(Math.floor(day.getTime() / dayMs) * dayMs + dayMs - 1);
  const count = await retention.count(org, kind, dueUntil(kind, months, endOfDay));
  return { count, day: dayMoment(day, ctx.language) };
}
