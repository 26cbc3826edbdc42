import { isOnNorthKorea, seenOfActions } from "#app/services/actions/north-korea";
import { readSigned } from "#app/services/answers/signed/mismatches";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { onNorthKorea } from "#app/services/north-korea/north-korea";
import { requireRatingVersions } from "#app/services/ratings/rating-versions";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import { ratingWords } from "#app/services/team/ratings/rating-words";
import { versionNames } from "#app/services/team/ratings/versions";
import type { CorrectiveAction, StoredRating } from "#db/records";
import type { Row } from "#questionnaires/answers";
import { rowsOf } from "#scoring/answer-values";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";

/** Something that an action can be opened about. `id` is its place on the page of gaps. */
export type Gap = Pick<CorrectiveAction, "source" | "question" | "rule"> & {
  readonly id: string;
  readonly text: string;
  readonly northKorea: boolean;
  /** Of a line of the supplier's own plan. */
  readonly plan?: { readonly step: string; readonly responsible: string; readonly due: string };
};

/** What shows a gap, before it is known whether North Korean labour is meant. */
type Shown = Omit<Gap, "northKorea">;

export type Gaps = {
  readonly attestation: string;
  readonly latest: StoredRating;
  readonly ruleSet: LoadedRuleSet;
  readonly gaps: readonly Gap[];
};

/**
 * What the newest rating of a supplier and its signed answers show to be closed: floors and red flags, what does not fit, and
 * its own plan. Undefined where nothing that was signed counts. Those on North Korean labour only for whoever may see them.
 */
export async function gapsOf(
  ctx: TeamContext,
  event: EventMaker<"record.mismatched">,
  supplier: string,
): Promise<Gaps | undefined> {
  const org = ctx.organisation.id;
  const latest = await ctx.store.ratings.latest(org, supplier);
  const read = latest && (await readSigned(ctx, event, { org, attestation: latest.attestation }));
  if (!latest || !read?.file?.declaration) return undefined;
  const { rating } = latest;
  const made = await requireRatingVersions(ctx, org, rating);
  const words = ratingWords(ctx, made, await versionNames(ctx));
  const texts = ownTexts(ctx, made.questionnaire, ctx.language);
  const known = new Map(made.questionnaire.definition.contradictions.map((one) => [one.id, one]));
  const flagged = [
    ...(rating.floor?.reasons ?? []),
    ...rating.steps.filter(({ kind }) => kind === "adverse").map(({ code, rule }) => ({ question: code, rule })),
  ];
  const flags = flagged.map(({ question, rule }): Shown => {
    return { id: `flag.${question}.${rule}`, source: "flag", question, rule, text: words.rule(rule, question) };
  });
  const findings = rating.contradictions.map((rule): Shown => {
    const [question] = known.get(rule)?.questions ?? [];
    const text = texts.get(`contradiction.${rule}`)?.text ?? rule;
    return { id: `finding.${rule}`, source: "finding", ...(question && { question }), rule, text };
  });
  const plan = rowsOf(read.file, "N2", "actions").map(planGap);
  const { maySee } = seenOfActions(ctx);
  const all = new Map([...flags, ...findings, ...plan].map((gap) => [gap.id, gap]));
  const parts = await onNorthKorea(ctx, org, made.questionnaire);
  const gaps = [...all.values()].map((gap): Gap => ({ ...gap, northKorea: isOnNorthKorea(parts, gap) })).filter(maySee);
  return { attestation: latest.attestation, latest, ruleSet: made.ruleSet, gaps: inOrder(ctx, gaps) };
}

/** Floors stand before flags, the order of which follows from points: both are not told without the right. */
function inOrder(ctx: TeamContext, gaps: readonly Gap[]): readonly Gap[] {
  if (seenOfActions(ctx).showsPoints) return gaps;
  return gaps.toSorted(({ id: one }, { id: other }) => Number(one > other) - Number(one < other));
}

/** A line of the supplier's own plan. The first version of the questionnaire asked for the gap alone. */
function planGap({ id, cells }: Row): Shown {
  const text = (name: string) => (typeof cells[name] === "string" ? String(cells[name]) : "");
  const question = text("question");
  return {
    ...{ id: `plan.${id}`, source: "plan", rule: id, text: text("issue") || text("gap") },
    ...(question !== "" && { question }),
    plan: { step: text("action"), responsible: text("responsible"), due: text("due") },
  };
}

/** One gap by its place, with what was signed that shows it. */
export async function findGap(
  ctx: TeamContext,
  event: EventMaker<"record.mismatched">,
  { supplier, from }: { readonly supplier: string; readonly from: string },
): Promise<(Omit<Gaps, "gaps"> & { readonly gap: Gap }) | undefined> {
  const found = await gapsOf(ctx, event, supplier);
  const gap = found?.gaps.find(({ id }) => id === from);
  return found && gap && { ...found, gap };
}
