import { Problem } from "#app/domain/problem";
import { countryName } from "#app/i18n/country-names";
import { pageText } from "#app/i18n/page-text";
import { formatPoints } from "#app/i18n/writing/points";
import { isOnNorthKorea } from "#app/services/actions/north-korea";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { whomToAsk } from "#app/services/mails/campaign-owner";
import { onNorthKorea } from "#app/services/north-korea/north-korea";
import { ratedInput } from "#app/services/ratings/rated-input";
import { requireRatingVersions } from "#app/services/ratings/rating-versions";
import { frameOf, momentWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { ResultView } from "#app/views/supplier/signing/result";
import type { LoadedEdition } from "#scoring/editions/index";
import { ownResult } from "#scoring/explanation/own-result";
import type { Rating } from "#scoring/rating";
import { tiers } from "#terms/tiers";
import { resultLines } from "./result-lines";
import { sharesResult } from "./shared-result";

/**
 * What the signed answers of a supplier came to: the newest rating of them, what would lower it and what helps.
 * @throws Problem "not-found" before signing, of what is void, and where its buyer does not share it
 */
export const showResult = supplierUseCase({
  permission: "results.read",
  input: noInput,
  events: [],
  async run(ctx): Promise<ResultView> {
    const { session } = ctx;
    const { file } = session;
    const { attestation, supplier, campaign, organisation } = file;
    const kept = sharesResult(ctx)
      ? await ctx.store.ratings.ofAttestation(attestation.org, supplier.id, attestation.id)
      : undefined;
    if (!kept) throw new Problem("not-found");
    const { rating, createdAt } = kept;
    const made = await requireRatingVersions(ctx, attestation.org, rating);
    const northKorea = await onNorthKorea(ctx, attestation.org, made.questionnaire);
    const own = ownResult(ratedInput(file, made, kept), rating);
    const owner = await whomToAsk(ctx, attestation.org, campaign.id);
    const words = pageTexts(ctx, session, ctx.language);
    const { t, ui } = words;
    const lines = resultLines(session, words);
    const buyer = organisation.name;
    const bandName = t(`supplier:result.band.${rating.band}`);
    const score = formatPoints(rating.score, ui);
    const { medium, high, critical } = made.ruleSet.definition.bands;
    const facts = { buyer, reference: attestation.reference };
    return {
      frame: frameOf(ctx, session, words, {
        title: t("supplier:result.pageTitle", { band: bandName, buyer }),
        back: { href: `${addressOf(session)}/receipt`, label: t("supplier:receipt.label") },
        from: "result",
      }),
      title: t("supplier:result.title", { buyer }),
      band: rating.band,
      bandName,
      score: t("supplier:result.score", { score }),
      rated: t("supplier:result.rated", {
        day: momentWords(createdAt, campaign, words).day,
        rules: made.ruleSet.title,
        confidence: Math.round(rating.confidence),
        buyer,
      }),
      ruler: {
        at: rating.score,
        bounds: { medium, high, critical },
        name: t("supplier:result.picture", { score, medium, high, critical }),
      },
      floor: lines.floor(rating),
      harm: flagsOf(rating).some((flag) => isOnNorthKorea(northKorea, flag)),
      moves: own && lines.moves(own),
      counts: t("supplier:result.lower.counts", { buyer }),
      fixed: fixedPart(rating, made.edition, words),
      wrong: owner
        ? t("supplier:result.wrong.named", { ...facts, name: owner.name })
        : t("supplier:result.wrong.unnamed", facts),
      who: t("supplier:result.who.text", { buyer }),
    };
  },
});

/** The red flags and floors of a rating, each with the question that it comes from. */
function flagsOf({ steps, floor }: Rating): readonly { readonly question: string; readonly rule: string }[] {
  const adverse = steps.filter(({ kind }) => kind === "adverse");
  return [...adverse.map(({ code, rule }) => ({ question: code, rule })), ...(floor?.reasons ?? [])];
}

/** What counts for the country of the worst site, and where its place comes from; nothing for a site without a country. */
function fixedPart({ steps }: Rating, { definition }: LoadedEdition, { t, ui }: PageTexts): ResultView["fixed"] {
  const step = steps.find(({ kind, code }) => kind === "inherent" && code === "C");
  const country = String(step?.params.country ?? "");
  if (step === undefined || country === "") return undefined;
  const tier = tiers.find((one) => one === step.params.tier) ?? "none";
  return {
    text: t("supplier:result.fixed.text", {
      country: countryName(country, ui),
      points: formatPoints(step.points, ui),
      tier: t(`supplier:result.fixed.tier.${tier}`),
    }),
    source: pageText({ text: `${definition.title}, ${definition.publisher}`, lang: "en" }, ui),
  };
}
