import * as z from "zod";
import { isoDay } from "#app/i18n/dates/days";
import { dayMoment } from "#app/i18n/dates/moments";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { hiddenParts } from "#app/services/north-korea/north-korea";
import { ratedInput } from "#app/services/ratings/rated-input";
import { shownStatus } from "#app/services/team/ratings/rating-view";
import { type RatingWords, ratingWords } from "#app/services/team/ratings/rating-words";
import { versionNames } from "#app/services/team/ratings/versions";
import { answerProblemsView } from "#app/services/team/suppliers/findings/answer-problems";
import type { AnswerMark, LinkChoice } from "#app/views/team/reviews/review";
import type { User } from "#db/records";
import { walkWithFacts } from "#scoring/facts";
import { decideAgain } from "./decide-again";
import { type OpenReview, readReview } from "./read-review";
import { filterOf, listFor, listInput, queryOf, type ReviewList } from "./review-list";
import { deciders, needsSecond, reviewRules } from "./second-person";
import { seenReview } from "./seen-review";
import { type DecisionViews, decisionViews } from "./shown/decision-views";
import { answerMarks } from "./shown/marks";
import { type PaneParts, questionPane } from "./shown/question-pane";
import { namesOf, queueLines } from "./shown/queue";
import { seesReasons, shownParts } from "./shown/shown-parts";

/** Lines of the list beside a review, and how many of them stand before it. */
const beside = { most: 12, before: 4 };

/**
 * One submission in review: what is to be decided, one question with its documents, and the list that one came from.
 * `question`: which one; where absent what waits for the reader, else the first to decide.
 * @throws Problem "not-found"; "record-changed", with an event, where what is kept is not what was signed
 */
export const showReview = teamUseCase({
  permission: "reviews.read",
  input: listInput.extend({ attestation: recordId, question: z.string().max(200).optional() }),
  events: ["record.mismatched"],
  async run(ctx, { attestation, question: wanted, ...asked }, event) {
    ctx.require("attestations.read");
    const list = listFor(ctx, asked);
    const whole = await readReview(ctx, event, attestation);
    // Of the whole only what was asked is read: all that is shown is of what is seen.
    const opened = await seenReview(ctx, whole);
    const { file, latest, made, review, standings } = opened;
    const words = ratingWords(ctx, made, await versionNames(ctx));
    const walk = walkWithFacts(ratedInput(whole.file, made, whole.latest));
    const decisions = await decisionViews(ctx, standings, file);
    const hidden = await hiddenParts(ctx, ctx.organisation.id, walk.questionnaire);
    const problems = await answerProblemsView(ctx, file, walk, latest.rating, hidden);
    const [shown, rules] = await Promise.all([shownParts(ctx, walk.questionnaire), reviewRules(ctx)]);
    const parts: PaneParts = { walk, words, rules, problems, decisions, shown };
    const marks = answerMarks(opened, { walk, problems, decisions, isShown: shown.isShown });
    const people = await deciders(ctx);
    const deciderOf = ({ id, name }: User) => ({ id, name, isReader: id === ctx.user.id });
    const isAsked = wanted !== undefined && walk.asked.has(wanted) && shown.isShown(wanted);
    const first =
      marks.find(({ code }) => waitsFor(ctx, opened, code)) ?? marks.find(({ isDone }) => !isDone) ?? marks[0];
    const code = isAsked ? wanted : first?.code;
    const address = (of: string) => `/reviews/${attestation}${queryOf(list, { question: of })}`;
    const answers = marks.map(({ points: _points, ...mark }): AnswerMark => {
      const { code: own } = mark;
      return { ...mark, name: words.question(own), href: address(own), isCurrent: own === code };
    });
    return {
      ...(await headOf(ctx, opened)),
      list,
      queue: await queueBeside(ctx, list, opened),
      answers,
      walk: neighboursOf(answers),
      pane: code === undefined ? undefined : await questionPane(ctx, opened, code, parts),
      again: await decideAgain(ctx, opened, { walk, words, findings: problems.contradictions, addressOf: address }),
      files: proofFiles(file),
      links: linkChoices(opened, words, decisions),
      people: people.map(deciderOf),
      // Floors and links tell of answers on North Korean labour.
      seeing: people.filter(({ readsNorthKorea }) => readsNorthKorea).map(deciderOf),
      second: secondFor(opened, rules),
      factors: made.ruleSet.definition.evidence,
      mayDecide: ctx.may("reviews.decide") && review.state === "open",
      mayReopen: ctx.may("reviews.decide") && review.state === "settled",
    };
  },
});

/** Whether something about a question waits for the reader to agree. */
function waitsFor(ctx: TeamContext, { standings }: OpenReview, code: string): boolean {
  return standings.some(
    ({ decision, state }) => state === "waits" && decision.second === ctx.user.id && decision.question === code,
  );
}

/** Whose it is, how it is rated, until when and by whom it is to be decided. */
async function headOf(ctx: TeamContext, { review, file, latest, standings }: OpenReview) {
  const { attestation, supplier, declaration, campaign } = file;
  const names = await namesOf(ctx);
  const { rating } = latest;
  return {
    id: attestation.id,
    supplier: { id: supplier.id, name: supplier.name },
    reference: attestation.reference,
    campaign: campaign.name,
    signed: dayMoment(declaration.signedAt, ctx.language),
    rating: {
      band: rating.band,
      ...(seesReasons(ctx) && { score: rating.score, confidence: rating.confidence }),
    },
    state: review.state,
    due: dayMoment(review.dueAt, ctx.language),
    dueDay: isoDay(review.dueAt),
    isLate: review.state === "open" && review.dueAt < ctx.clock.now(),
    assigned: { id: review.assignedTo ?? "", name: names.get(review.assignedTo ?? "") },
    waiting: standings.filter(({ state }) => state === "waits").length,
  };
}

/** The list that one came from, as far as it fits beside the review, and the ones before and after it. */
async function queueBeside(ctx: TeamContext, list: ReviewList, { review }: OpenReview) {
  const org = ctx.organisation.id;
  const filter = filterOf(ctx, list);
  const [{ place, previous, next }, total] = await Promise.all([
    ctx.store.reviews.around(org, filter, review),
    ctx.store.reviews.count(org, filter),
  ]);
  const at = Math.max(0, place - 1 - beside.before);
  const rows = await ctx.store.reviews.list(org, { ...filter, at, most: beside.most });
  const href = (id: string | undefined) => id && `/reviews/${id}${queryOf(list)}`;
  const isListed = rows.some(({ attestation }) => attestation === review.attestation);
  return {
    lines: await queueLines(ctx, list, rows, review.attestation),
    ...{ place: isListed ? place : undefined, total, previous: href(previous), next: href(next) },
    all: `/reviews${queryOf(list)}`,
  };
}

function neighboursOf(answers: readonly AnswerMark[]) {
  const at = answers.findIndex(({ isCurrent }) => isCurrent);
  return {
    place: at + 1,
    total: answers.length,
    previous: answers[at - 1]?.href,
    next: answers[at + 1]?.href,
  };
}

function linkChoices(
  { latest: { rating, given }, made }: OpenReview,
  words: RatingWords,
  decisions: DecisionViews,
): readonly LinkChoice[] {
  return Object.entries(rating.statuses)
    .filter(([, status]) => status.startsWith("link-"))
    .map(([regime, status]) => ({
      ...{
        regime,
        name: words.regime(regime),
        status: given?.underReview?.includes(regime) ? status : shownStatus(status, made.ruleSet),
      },
      decision: decisions.about("link", regime),
    }));
}

/** Files that can show why a floor is lifted: all that are not kept apart, of whatever question. */
function proofFiles({ evidence }: OpenReview["file"]) {
  return Object.values(evidence)
    .flat()
    .filter((document) => !isKeptApart(document))
    .map(({ id, name, question: code }) => ({ id, name, code }));
}

/** Which decisions of one question need somebody else, as the organisation chose. */
function secondFor({ made }: OpenReview, rules: Parameters<typeof needsSecond>[0]) {
  const asks = (
    kind: "evidence" | "link" | "finding",
    verdict: "accepted" | "verified" | "refused" | "under-review" | "not-rebutted" | "settled",
  ) => needsSecond(rules, made.ruleSet, { kind, verdict, question: "", subject: "" });
  return {
    evidence: (["accepted", "verified", "refused"] as const).filter((verdict) => asks("evidence", verdict)),
    link: (["under-review", "not-rebutted"] as const).filter((verdict) => asks("link", verdict)),
    finding: asks("finding", "settled"),
  };
}
