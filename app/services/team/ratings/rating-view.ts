import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { RuleSetAndEdition } from "#app/services/ratings/rating-versions";
import type { ConditionsView } from "#app/views/team/supplier/explained";
import type { StoredRating } from "#db/records";
import { bandConditions } from "#scoring/explanation/changes/band-conditions";
import { type Explanation, reasonsOf } from "#scoring/explanation/explain";
import { floorBandOf } from "#scoring/explanation/floor-bands";
import { isSilence } from "#scoring/findings/findings";
import type { Rating, Step } from "#scoring/rating";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import type { LegalStatus } from "#terms/laws/legal-statuses";
import { roundPoints } from "#terms/points";
import type { RatingWords } from "./rating-words";
import type { VersionNames } from "./versions";

/** Reasons that the page names before it says how many more there are. */
const namedReasons = 4;

/**
 * One rating, ready to be shown: figures stay figures, codes have become words.
 * @param made the rules that it was made with
 * @param explanation of the very rating; what holds its band is less exact without
 */
export function ratingView(
  ctx: TeamContext,
  { id, createdAt, rating, given }: StoredRating,
  { ruleSet }: Pick<RuleSetAndEdition, "ruleSet">,
  { words, versions }: { readonly words: RatingWords; readonly versions: VersionNames },
  explanation: Explanation | undefined,
) {
  return {
    id,
    at: timeMoment(createdAt, ctx.language),
    score: rating.score,
    band: rating.band,
    scoreBand: rating.scoreBand,
    bounds: boundsOf(ruleSet),
    confidence: rating.confidence,
    confidenceParts: confidenceParts(rating, ruleSet),
    confidenceFindings: (rating.confidenceFindings ?? []).map(({ id, of, points }) => ({
      ...words.finding(id),
      of,
      points,
    })),
    withheld: rating.withheld ?? [],
    disclosed: rating.disclosed,
    dprk: rating.dprkLabour,
    statuses: statusViews(rating, ruleSet, words, given),
    partialScope: rating.partialScope,
    floor: floorView(rating, ruleSet, words),
    why: whyView(rating, words),
    conditions: conditionsView(rating, ruleSet, words, explanation),
    steps: stepViews(rating.steps, words),
    sums: sumsOf(rating.steps),
    versions: versionViews(rating, versions),
  };
}

function statusViews({ statuses }: Rating, ruleSet: LoadedRuleSet, words: RatingWords, given: StoredRating["given"]) {
  return Object.entries(statuses).map(([regime, status]) => ({
    name: words.regime(regime),
    status: given?.underReview?.includes(regime) ? status : shownStatus(status, ruleSet),
  }));
}

/** Rules of before 2026.2 called every declared link "under review", also where no reviewer had opened one. */
export function shownStatus(status: LegalStatus, { definition }: LoadedRuleSet): LegalStatus {
  const isOnlyDeclared = status === "link-under-review" && definition.linkUnopened === undefined;
  return isOnlyDeclared ? "link-declared" : status;
}

/** Where bands begin, in points; 100 ends the last. */
function boundsOf({
  definition: {
    bands: { medium, high, critical },
  },
}: LoadedRuleSet) {
  return { medium, high, critical };
}

/** Five parts with the most that each could be. */
function confidenceParts({ confidenceParts: parts }: Rating, { definition: { confidence: most } }: LoadedRuleSet) {
  const checks = Object.values(most.signature.checks.points).reduce((sum, points) => sum + points, 0);
  return [
    { part: "completeness" as const, points: parts.completeness, most: most.completeness.points },
    { part: "evidence" as const, points: parts.evidence, most: most.evidence.points },
    { part: "consistency" as const, points: parts.consistency, most: most.consistency.points },
    { part: "freshness" as const, points: parts.freshness, most: most.freshness.points },
    { part: "signature" as const, points: parts.signature, most: most.signature.signed + checks },
  ];
}

function floorView({ floor, remaining, band, scoreBand }: Rating, { definition }: LoadedRuleSet, words: RatingWords) {
  if (floor === null) return undefined;
  return {
    band: floor.band,
    /** Whether the band would be better without it. */
    lifts: band !== scoreBand,
    remaining: remaining ?? undefined,
    unverified: floor.reasons.every(({ unverified }) => unverified),
    reasons: floor.reasons.map(({ question, rule, disclosed, unverified = false }) => ({
      unverified,
      question,
      text: words.rule(rule, question),
      band: floorBandOf(definition, { question, rule }),
      disclosed,
    })),
  };
}

function whyView(rating: Rating, words: RatingWords) {
  const { raised, lowered } = reasonsOf(rating);
  const reason = (step: Step) => ({ code: codeOf(step), text: words.step(step), points: step.points });
  const floors = (rating.floor?.reasons ?? []).map(({ question, rule, unverified = false }) => ({
    unverified,
    code: question,
    text: words.rule(rule, question),
  }));
  const shownFloors = floors.slice(0, namedReasons);
  const room = Math.max(1, namedReasons - shownFloors.length);
  return {
    floors: shownFloors,
    raised: raised.slice(0, room).map(reason),
    raisedMore: raised.length + floors.length - Math.min(room, raised.length) - shownFloors.length,
    lowered: lowered.slice(0, namedReasons).map(reason),
    loweredMore: Math.max(0, lowered.length - namedReasons),
  };
}

function conditionsView(
  rating: Rating,
  { definition }: LoadedRuleSet,
  words: RatingWords,
  explanation: Explanation | undefined,
): ConditionsView | null {
  const found = explanation ? explanation.conditions : bandConditions(definition, rating);
  return (
    found && {
      ...found,
      floors: found.floors.map(({ question, rule, band }) => {
        return { question, band, text: words.rule(rule, question), unverified: isSilence(rule) };
      }),
    }
  );
}

/** What stands before the words of a step; groups of controls and the limit have no code that people know. */
function codeOf({ kind, code }: Step): string {
  return kind === "inherent" || kind === "adverse" ? code : "";
}

function stepViews(steps: readonly Step[], words: RatingWords) {
  let reached = 0;
  return steps.map((step) => {
    const start = reached;
    reached = roundPoints(reached + step.points);
    return {
      key: `${step.kind} ${step.code} ${step.rule}`,
      kind: step.kind,
      code: codeOf(step),
      text: words.step(step),
      from: words.from(step),
      questions: step.questions,
      points: step.points,
      start,
      end: reached,
      source: words.source(step),
    };
  });
}

/** What is reached after each kind of step, in points. */
export function sumsOf(steps: readonly Step[]) {
  const sum = (kinds: readonly Step["kind"][]) =>
    roundPoints(steps.filter(({ kind }) => kinds.includes(kind)).reduce((total, { points }) => total + points, 0));
  return {
    inherent: sum(["inherent"]),
    controls: sum(["control"]),
    residual: sum(["inherent", "control"]),
    adverse: sum(["adverse"]),
    /** What lies over the end of the scale and is left out; 0 where nothing does. */
    over: -sum(["cap"]),
  };
}

/** What a rating was made from, by name and fingerprint. */
export function versionViews({ questionnaire, ruleSet, edition }: Rating, versions: VersionNames) {
  return [
    { what: "questionnaire" as const, name: questionnaire.id, hash: questionnaire.hash },
    { what: "ruleSet" as const, name: versions.ruleSet(ruleSet.id), hash: ruleSet.hash },
    { what: "edition" as const, name: versions.edition(edition.id), hash: edition.hash },
  ];
}
