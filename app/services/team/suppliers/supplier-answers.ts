import { countryName } from "#app/i18n/country-names";
import { dayMoment, timeMoment } from "#app/i18n/dates/moments";
import { pageText } from "#app/i18n/page-text";
import { answerInWords } from "#app/services/answers/answer-words";
import { answersCarried, answersGiven, nameOf } from "#app/services/answers/answers-given";
import { documentFacts, questionsOf } from "#app/services/answers/document-facts";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import { siteName } from "#app/services/answers/sites";
import type { TeamContext } from "#app/services/context/contexts";
import { factsInput, type RatedBy } from "#app/services/ratings/rated-input";
import {
  type RuleSetAndEdition,
  requireQuestionnaire,
  requireRuleSetAndEdition,
} from "#app/services/ratings/rating-versions";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import type { RatingWords } from "#app/services/team/ratings/rating-words";
import { siteMap } from "#app/services/team/suppliers/map/site-map";
import type { AnswerLine, AnswerSection, DocumentLine } from "#app/views/team/supplier/answers";
import type { AttestationDetails, StoredEvidence } from "#db/records";
import type { Walk } from "#questionnaires/walk";
import type { Workings } from "#scoring/explanation/workings/workings";
import { walkWithFacts } from "#scoring/facts";
import type { Rating } from "#scoring/rating";
import { ruleWordsIn } from "#scoring/rules/load-rule-set";
import type { NorthKoreaParts } from "#scoring/rules/north-korea";
import { roundPoints } from "#terms/points";

/** What was asked and answered so far in an attestation, by the rules and countries of its campaign. */
export async function walkAttestation(ctx: TeamContext, file: AttestationDetails): Promise<Walk> {
  const questionnaire = await requireQuestionnaire(ctx, file.attestation);
  return walkBy(file, { questionnaire, ...(await requireRuleSetAndEdition(ctx, file.campaign)) });
}

function walkBy(file: AttestationDetails, by: RatedBy): Walk {
  return walkWithFacts(factsInput(file, by));
}

/** What is said beside answers: what they did to the rating, and what of them the reader does not see, who then sees no rating. */
type Beside = { readonly rating?: Rating; readonly hidden: NorthKoreaParts };

/** Every question that was asked and may be seen, by section, with its answer in words and what it did to the rating. */
export async function answerSections(
  ctx: TeamContext,
  file: AttestationDetails,
  found: Walk,
  { rating, hidden }: Beside,
): Promise<readonly AnswerSection[]> {
  const texts = ownTexts(ctx, found.questionnaire, ctx.language);
  const saved = new Map<string, Date>();
  for (const { question, savedAt } of await ctx.store.attestations.history(ctx.organisation.id, file.attestation.id)) {
    saved.set(question, savedAt);
  }
  const given = await answersGiven(ctx, file);
  const carried = new Map((await answersCarried(ctx, file)).map(({ question, signedAt }) => [question, signedAt]));
  const mayReturn = ctx.may("attestations.return") && !file.voided;
  const text = (key: string) => {
    const found = texts.get(key);
    return found ? pageText(found, ctx.language) : key;
  };
  return found.questionnaire.sections.flatMap((section) => {
    const asked = section.questions.filter(
      ({ id, signing }) => found.asked.has(id) && !signing && !hidden.isQuestion(id),
    );
    if (asked.length === 0) return [];
    const lines = asked.map((question): AnswerLine => {
      const at = saved.get(question.id);
      const before = carried.get(question.id);
      return {
        code: question.id,
        name: text(`${question.id}.short`),
        title: text(`${question.id}.title`),
        answer: answerInWords(found, question, { ui: ctx.language, texts }),
        documents: (file.evidence[question.id] ?? [])
          .filter((document) => !questionsOf(file, document).some(hidden.isQuestion))
          .map((document) => documentLine(ctx, file, found, document)),
        points: rating && pointsOf(rating, question.id),
        floor: rating?.floor?.reasons.some((reason) => reason.question === question.id) ?? false,
        saved: at && timeMoment(at, ctx.language),
        givenBy: nameOf(given.forSupplier, question.id),
        byColleague: nameOf(given.byColleagues, question.id),
        carried: before && dayMoment(before, ctx.language),
        ...(mayReturn ? { returnHref: `/reviews/${file.attestation.id}/returned/${question.id}` } : {}),
      };
    });
    return [{ id: section.id, title: text(`section.${section.id}`), lines }];
  });
}

function documentLine(ctx: TeamContext, file: AttestationDetails, walk: Walk, document: StoredEvidence): DocumentLine {
  const { id, name, status, scannedAt, about, firstReceivedAt } = document;
  const href = `/suppliers/${file.supplier.id}/evidence/${id}`;
  const isApart = isKeptApart(document);
  const reader = { t: ctx.t(ctx.language), ui: ctx.language };
  return {
    ...{ id, name, status, isApart, href: isApart ? `${href}/kept-apart` : href, scanned: scannedAt !== undefined },
    firstReceived: firstReceivedAt && dayMoment(firstReceivedAt, ctx.language),
    about: documentFacts(about, questionsOf(file, document), walk, reader),
  };
}

function pointsOf({ steps }: Rating, question: string): number | undefined {
  const own = steps.filter(({ kind, code }) => kind === "adverse" && code === question);
  return own.length === 0 ? undefined : roundPoints(own.reduce((sum, { points }) => sum + points, 0));
}

/** Risk of each site before controls, in points 0 to 100, worst first, with the numbers that make it where they are known. */
export function siteViews(
  ctx: TeamContext,
  found: Walk,
  { sites }: Rating,
  { ruleSet }: Pick<RuleSetAndEdition, "ruleSet">,
  { words, workings }: { readonly words: RatingWords; readonly workings?: Workings },
) {
  const counted = new Map(workings?.inherent.sites.map((one) => [one.site, one]));
  const views = [...sites]
    .sort((one, other) => other.inherent - one.inherent)
    .map(({ site, country, tier, ...figures }) => {
      const workings = counted.get(site);
      const { goods, workforce } = workings ?? {};
      const { S, W, T, inherent } = workings ?? figures;
      return {
        ...figures,
        ...{ S, W, T, inherent },
        id: site,
        name: siteName(found, site),
        country: countryName(country, ctx.language),
        tier: words.tier(tier),
        goods: goods && words.goods(goods.reason, goods.item),
        workforce,
      };
    });
  const { factors } = ruleWordsIn(ruleSet, ctx.language);
  const { worstSite, mean, weights } = ruleSet.definition.inherent;
  return {
    map: siteMap(ctx, sites),
    sites: views,
    worstShare: worstSite,
    isMeanCapped: mean?.capped === "by-worst",
    weights,
    factors,
  };
}
