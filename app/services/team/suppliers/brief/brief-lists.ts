import { bareText } from "#app/i18n/page-text";
import { formatPoints } from "#app/i18n/writing/points";
import { joinItems } from "#app/i18n/writing/punctuation";
import { filterOf, linesOf } from "#app/services/actions/pages/list-actions";
import type { TeamContext } from "#app/services/context/contexts";
import type { BriefList, BriefRow } from "#app/views/team/supplier/brief-sheet";
import type { RatingView } from "#app/views/team/supplier/rating";
import type { RestrictedRatedView } from "#app/views/team/supplier/restricted";
import type { RatedView } from "#app/views/team/supplier/supplier-page";

import { bands } from "#terms/bands";

/** Rows of a list that a page has room for at the most. */
const mostRows = 8;

const words = (ctx: TeamContext) => ctx.t(ctx.language);

function shortList(ctx: TeamContext, heading: string, rows: readonly BriefRow[], none: string, all = rows.length) {
  const rest = words(ctx)("ratings:brief.rest", { count: "{count}" });
  const note = rows.length === 0 ? { note: none } : {};
  return { heading, rows: rows.slice(0, mostRows), all, rest, ...note };
}

/** What raised a rating, what does not fit together in the answers, and where the supplier is. */
export function knownList(ctx: TeamContext, shown: RatedView | RestrictedRatedView): BriefList {
  const t = words(ctx);
  const raised = "why" in shown.rating ? raisedRows(ctx, shown.rating) : [];
  const contradictions = (shown.findings?.contradictions ?? []).map(({ text, questions }) => ({
    text: bareText(text),
    value: questions.join(", "),
  }));
  const places = shown.sites === undefined ? [] : "sites" in shown.sites ? shown.sites.sites : shown.sites;
  const sites = places.map(({ name, country, tier }) => ({
    text: t("ratings:brief.site", { name, country }),
    value: tier,
  }));
  return shortList(
    ctx,
    t("ratings:brief.known"),
    [...raised, ...contradictions, ...sites],
    t("ratings:brief.noneKnown"),
  );
}

function raisedRows(ctx: TeamContext, { floor, steps }: RatingView): readonly BriefRow[] {
  const t = words(ctx);
  const worstFirst = [...(floor?.reasons ?? [])].sort(
    (one, other) => bands.indexOf(other.band) - bands.indexOf(one.band),
  );
  const floors = worstFirst.map(({ question, text, band: of, unverified }) => {
    const band = t(`team:band.${of}`);
    const key = `${question} ${text}`;
    return {
      text: key,
      value: unverified ? t("ratings:page.heldUntilAnswered", { band }) : t("ratings:brief.atLeast", { band }),
      isBold: !unverified,
    };
  });
  const flags = steps
    .filter(({ kind }) => kind === "adverse")
    .sort((one, other) => other.points - one.points)
    .map(({ code, text, points }) => ({ text: `${code} ${text}`, value: signed(ctx, points) }));
  return [...floors, ...flags.filter((flag) => !floors.some(({ text }) => text === flag.text))];
}

/** Every line of the sum, as its rule set makes it. */
export function sumList(ctx: TeamContext, { rating: { sums, steps, score, floor } }: RatedView): BriefList {
  const t = words(ctx);
  const place = steps.find(({ kind, code }) => kind === "inherent" && code === "C")?.from;
  const flags = steps.filter(({ kind }) => kind === "adverse").length;
  const line = (name: string, from: string) => t("ratings:brief.line", { name, from });
  const rows: BriefRow[] = [
    {
      text: place === undefined ? t("ratings:page.sum.place.name") : line(t("ratings:page.sum.place.name"), place),
      value: signed(ctx, sums.inherent),
    },
    { text: t("ratings:page.sum.controls.name"), value: signed(ctx, sums.controls) },
    {
      text: line(t("ratings:page.sum.flags.name"), t("ratings:page.sum.flags.sum", { count: flags })),
      value: signed(ctx, sums.adverse),
    },
  ];
  if (sums.over > 0) {
    rows.push({ text: t("ratings:page.sum.over.from"), value: `(${formatPoints(sums.over, ctx.language)})` });
  }
  rows.push({ text: t("ratings:step.score"), value: formatPoints(score, ctx.language), isBold: true });
  const codes = [
    ...new Set((floor?.reasons ?? []).filter((one) => one.band === floor?.band).map(({ question }) => question)),
  ];
  const note =
    floor &&
    t("ratings:brief.floors", { band: t(`team:band.${floor.band}`), questions: joinItems(codes, ctx.language) });
  return { heading: t("ratings:brief.sum"), rows, all: rows.length, rest: "", note };
}

function signed(ctx: TeamContext, points: number): string {
  return `${points > 0 ? "+" : ""}${formatPoints(points, ctx.language)}`;
}

const isUrgent = new Set<string>(["link-declared", "link-under-review", "link-not-rebutted"]);

/** What the laws ask, by regime. */
export function statusList(ctx: TeamContext, { rating: { dprk, disclosed, statuses } }: RatedView): BriefList {
  const t = words(ctx);
  const state = t(`team:dprk.${dprk}`);
  const rows: BriefRow[] = [
    {
      text: t("ratings:page.dprkLabour"),
      value: disclosed ? t("ratings:brief.disclosed", { state }) : state,
      isBold: dprk === "present" || dprk === "past-after",
    },
    ...statuses.map(({ name, status }) => ({
      text: name,
      value: t(`ratings:status.${status}`),
      isBold: isUrgent.has(status),
    })),
  ];
  return { heading: t("ratings:page.statuses"), rows, all: rows.length, rest: "" };
}

const inOrder = ["verified", "accepted", "attached", "rejected", "expired"] as const;

/** The documents that stand behind the answers, each once, best proven first. */
export function proofList(ctx: TeamContext, { answers = [] }: Pick<RatedView, "answers">): BriefList {
  const t = words(ctx);
  const all = answers.flatMap(({ lines }) => lines.flatMap(({ documents }) => documents));
  const documents = [...new Map(all.map((one) => [one.id, one])).values()].sort(
    (one, other) => inOrder.indexOf(one.status) - inOrder.indexOf(other.status),
  );
  const rows = documents.map(({ name, status }) => ({
    text: name,
    value: t(`ratings:page.answers.evidence.${status}`),
    isBold: status === "rejected",
  }));
  return shortList(ctx, t("ratings:brief.proof"), rows, t("ratings:brief.noProof"));
}

/** Corrective actions that are open, the earliest due first, as far as the reader may see them. */
export async function nextList(ctx: TeamContext, supplier: string): Promise<BriefList> {
  const t = words(ctx);
  const heading = t("ratings:brief.next");
  if (!ctx.may("actions.read")) return shortList(ctx, heading, [], t("ratings:brief.actionsHidden"));
  const filter = filterOf(ctx, { view: "open", state: undefined, supplier, page: 1, shape: "table" });
  const org = ctx.organisation.id;
  const [counts, found] = await Promise.all([
    ctx.store.actions.counts(org, filter),
    ctx.store.actions.list(org, filter, { skip: 0, most: mostRows }),
  ]);
  const lines = await linesOf(ctx, found, filter.today);
  const rows = lines.map(({ step, gap, due, isOverdue }) => ({
    text: step || gap,
    value: isOverdue ? t("ratings:brief.overdue", { due }) : due,
    isBold: isOverdue,
  }));
  return shortList(ctx, heading, rows, t("ratings:brief.noActions"), counts.views.open);
}
