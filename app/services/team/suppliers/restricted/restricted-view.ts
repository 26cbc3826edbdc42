import { countryName } from "#app/i18n/country-names";
import { timeMoment } from "#app/i18n/dates/moments";
import { pageText } from "#app/i18n/page-text";
import type { SignedOf } from "#app/services/answers/signed/mismatches";
import { siteName } from "#app/services/answers/sites";
import type { TeamContext } from "#app/services/context/contexts";
import { hiddenParts } from "#app/services/north-korea/north-korea";
import { ratedInput } from "#app/services/ratings/rated-input";
import { requireRatingVersions } from "#app/services/ratings/rating-versions";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import { versionViews } from "#app/services/team/ratings/rating-view";
import { ratingWords } from "#app/services/team/ratings/rating-words";
import type { VersionNames } from "#app/services/team/ratings/versions";
import { answerProblemsView } from "#app/services/team/suppliers/findings/answer-problems";
import { siteMap } from "#app/services/team/suppliers/map/site-map";
import { answerSections } from "#app/services/team/suppliers/supplier-answers";
import { signedView } from "#app/services/team/suppliers/trail/signed-view";
import { voidView } from "#app/services/team/voids/void-view";
import type { RestrictedRatedView } from "#app/views/team/supplier/restricted";
import type { StoredRating } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { walkWithFacts } from "#scoring/facts";
import type { NorthKoreaParts } from "#scoring/rules/north-korea";

type Shown = { readonly shown: StoredRating; readonly newest: boolean; readonly read: SignedOf | undefined };

/** A rating as somebody reads it who does not see answers on North Korean labour: the same for every supplier, whatever it answered. */
export async function restrictedView(
  ctx: TeamContext,
  { shown, newest, read }: Shown,
  versions: VersionNames,
): Promise<RestrictedRatedView> {
  const org = ctx.organisation.id;
  const made = await requireRatingVersions(ctx, org, shown.rating);
  const hidden = await hiddenParts(ctx, org, made.questionnaire);
  const { file, mismatch } = read ?? {};
  const view = {
    rating: {
      at: timeMoment(shown.createdAt, ctx.language),
      band: shown.rating.band,
      versions: versionViews(shown.rating, versions),
    },
    newest,
    isChanged: mismatch !== undefined,
    voided: file?.voided && voidView(ctx, file.voided),
  };
  if (!file?.declaration) return view;
  const found = walkWithFacts(ratedInput(file, made, shown));
  const words = ratingWords(ctx, made, versions);
  const { hash, revision, ...signed } = signedView(ctx, file.declaration, file.attestation.revision);
  return {
    ...view,
    siteMap: siteMap(ctx, shown.rating.sites),
    sites: shown.rating.sites.map(({ site, country, tier, workers }) => ({
      ...{ id: site, name: siteName(found, site), workers },
      ...{ country: countryName(country, ctx.language), tier: words.tier(tier) },
    })),
    answers: await answerSections(ctx, file, found, { hidden }),
    restricted: restrictedSections(ctx, found.questionnaire, hidden),
    findings: await answerProblemsView(ctx, file, found, shown.rating, hidden),
    signed,
  };
}

function restrictedSections(ctx: TeamContext, questionnaire: LoadedQuestionnaire, hidden: NorthKoreaParts) {
  const texts = ownTexts(ctx, questionnaire, ctx.language);
  return questionnaire.sections
    .filter(({ questions }) => questions.some(({ id }) => hidden.isQuestion(id)))
    .map(({ id }) => pageText(texts.get(`section.${id}`) ?? { text: id, lang: ctx.language }, ctx.language));
}
