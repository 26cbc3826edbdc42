import { dayMoment } from "#app/i18n/dates/moments";
import { joinItems } from "#app/i18n/writing/punctuation";
import type { TeamContext } from "#app/services/context/contexts";
import { queryOf, type ReviewList } from "#app/services/team/reviews/review-list";
import type { QueueCounts, QueueLine } from "#app/views/team/reviews/queue";
import type { ReviewRow, StoredRating } from "#db/records";
import { bands } from "#terms/bands";
import { seesReasons } from "./shown-parts";

/** Names of the team by their ids; of somebody who was erased what stands in the place of the name. */
export async function namesOf(ctx: TeamContext): Promise<ReadonlyMap<string, string>> {
  const people = await ctx.store.users.list(ctx.organisation.id);
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** @param current the one that is open beside the list */
export async function queueLines(
  ctx: TeamContext,
  list: ReviewList,
  rows: readonly ReviewRow[],
  current?: string,
): Promise<readonly QueueLine[]> {
  const org = ctx.organisation.id;
  const [names, newest] = await Promise.all([
    namesOf(ctx),
    ctx.store.ratings.newest(
      org,
      rows.map(({ supplier }) => supplier),
    ),
  ]);
  const ratings = new Map(newest.map(({ supplier, newest: rating }) => [supplier.id, rating]));
  const now = ctx.clock.now();
  return rows.map((row): QueueLine => {
    const { attestation: id, name, reference, rank, dueAt, state, assignedTo = "", second = "" } = row;
    return {
      ...{ id, name, reference, href: `/reviews/${id}${queryOf(list)}`, band: bands[3 - rank] ?? "low" },
      due: dayMoment(dueAt, ctx.language),
      isLate: state === "open" && dueAt < now,
      left: leftWords(ctx, row, ratings.get(row.supplier)),
      assigned: names.get(assignedTo),
      second: seesReasons(ctx) ? names.get(second) : undefined,
      isCurrent: id === current,
    };
  });
}

function leftWords(ctx: TeamContext, row: ReviewRow, newest: StoredRating | undefined): string[] {
  const t = ctx.t(ctx.language);
  const { floors, findings, files, waiting } = row;
  const said: string[] = [];
  // Their numbers count what is not seen.
  if (!seesReasons(ctx)) return [t("reviews:left.restricted")];
  if (floors > 0) {
    const codes = newest?.attestation === row.attestation ? floorCodes(newest) : [];
    const list = joinItems(codes, ctx.language);
    said.push(
      codes.length > 0 ? t("reviews:left.floorsOf", { codes: list }) : t("reviews:left.floors", { count: floors }),
    );
  }
  if (findings > 0) said.push(t("reviews:left.findings", { count: findings }));
  if (files > 0) said.push(t("reviews:left.files", { count: files }));
  if (waiting > 0) said.push(t("reviews:left.waiting", { count: waiting }));
  return said.length > 0 ? said : [t("reviews:left.nothing")];
}

/** The questions that hold the band, each once. */
function floorCodes({ rating }: StoredRating): readonly string[] {
  return [...new Set((rating.floor?.reasons ?? []).map(({ question }) => question))];
}

/** How many reviews each list has. */
export async function queueCounts(ctx: TeamContext): Promise<QueueCounts> {
  const of = { user: ctx.user.id, now: ctx.clock.now() };
  const { open, mine, waiting, settled, overdue } = await ctx.store.reviews.counts(ctx.organisation.id, of);
  return { all: open, mine, ...(seesReasons(ctx) && { second: waiting }), settled, overdue };
}
