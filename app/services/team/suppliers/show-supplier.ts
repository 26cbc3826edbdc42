import { Problem } from "#app/domain/problem";
import { countryName } from "#app/i18n/country-names";
import { timeMoment } from "#app/i18n/dates/moments";
import { findLanguage } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { comparisonView } from "#app/services/team/ratings/rating-comparison";
import { ratingView } from "#app/services/team/ratings/rating-view";
import { ratingWords } from "#app/services/team/ratings/rating-words";
import { editionName, versionsOf } from "#app/services/team/ratings/versions";
import type { Contact, StoredRating, Supplier } from "#db/records";
import { currentQuestionnaire } from "#questionnaires/index";
import { sectionStates } from "#questionnaires/journey";
import { textsOf } from "#questionnaires/texts";
import { currentEdition, editions } from "#scoring/editions/index";
import { answerSections, findingsView, siteViews, walkOf } from "./supplier-answers";
import { supplierTrail } from "./supplier-trail";

type Taken = Awaited<ReturnType<TeamContext["store"]["suppliers"]["attestations"]>>[number];

/**
 * All that is known of a supplier. `rating`: id of the rating to read, the newest where absent or not one of its own.
 * Answers are part of it only once they are signed.
 * @throws Problem "not-found" for an id that is not in this organisation
 */
export async function showSupplier(ctx: TeamContext, { id, rating: wanted }: { id: string; rating?: string }) {
  ctx.require("suppliers.read");
  const org = ctx.organisation.id;
  const found = await ctx.store.suppliers.get(org, id);
  if (!found) throw new Problem("not-found");
  const [taken, stored] = await Promise.all([
    ctx.store.suppliers.attestations(org, id),
    ctx.store.ratings.history(org, id),
  ]);
  const newestFirst = [...stored].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  const shown = newestFirst.find((one) => one.id === wanted) ?? newestFirst[0];
  const subjects = [id, ...taken.flatMap(({ attestation, invitation }) => [attestation.id, invitation.id])];
  return {
    title: found.supplier.name,
    supplier: supplierView(ctx, found.supplier),
    contacts: found.contacts.map(contactView),
    campaigns: await Promise.all(taken.map((one) => takenView(ctx, id, one))),
    rated: shown && (await ratedView(ctx, shown, newestFirst)),
    history: historyView(ctx, newestFirst, shown),
    rateAgain: shown && ctx.may("ratings.add") ? { editions: editionChoices(ctx) } : undefined,
    trail: await supplierTrail(ctx, subjects),
  };
}

function supplierView(ctx: TeamContext, { id, ref, name, place, country, externalId }: Supplier) {
  const countryText = countryName(country, ctx.language);
  return { id, ref, name, place: place === undefined ? countryText : `${place}, ${countryText}`, externalId };
}

function contactView({ id, name, email, language }: Contact) {
  return { id, name, email, language, endonym: findLanguage(language)?.endonym ?? language };
}

/** One campaign that the supplier is part of, with how far it is. */
async function takenView(ctx: TeamContext, supplier: string, { attestation, campaign, invitation }: Taken) {
  const signed = attestation.state === "submitted";
  const open = !signed && attestation.startedAt !== undefined;
  const state = signed ? "submitted" : invitation.state !== "invited" ? invitation.state : open ? "started" : "invited";
  const at = attestation.submittedAt ?? attestation.savedAt ?? attestation.startedAt ?? invitation.createdAt;
  return {
    id: attestation.id,
    campaign: { name: campaign.name, href: `/campaigns/${campaign.id}` },
    reference: attestation.reference,
    state: state as "submitted" | "started" | "invited" | "declined" | "withdrawn",
    at: timeMoment(at, ctx.language),
    progress: open ? await progressOf(ctx, attestation.id) : undefined,
    document: signed ? `/suppliers/${supplier}/attestations/${attestation.id}.json` : undefined,
  };
}

/** How many questions are answered, and nothing about what: it is the supplier's own until it is signed. */
async function progressOf(ctx: TeamContext, attestation: string) {
  const file = await ctx.store.attestations.get(ctx.organisation.id, attestation);
  if (!file) return undefined;
  const states = sectionStates(walkOf(file));
  const sum = (of: "answered" | "asked") => states.reduce((total, state) => total + state[of], 0);
  return { answered: sum("answered"), asked: sum("asked") };
}

/** Everything that one rating was made from. */
async function ratedView(ctx: TeamContext, shown: StoredRating, newestFirst: readonly StoredRating[]) {
  const file = await ctx.store.attestations.get(ctx.organisation.id, shown.attestation);
  const texts = textsOf(currentQuestionnaire("forced-labour"), ctx.language);
  const words = ratingWords(ctx, texts);
  const before = newestFirst[newestFirst.indexOf(shown) + 1];
  const view = {
    rating: ratingView(ctx, shown, words),
    newest: shown === newestFirst[0],
    compared: before && comparisonView(ctx, before.rating, shown.rating, words),
  };
  // What a supplier typed is shown when it has signed it, and never before.
  if (!file?.declaration) return view;
  const found = walkOf(file, shown.rating);
  const { name, job, signedAt, hash } = file.declaration;
  return {
    ...view,
    sites: siteViews(ctx, found, shown.rating, words),
    answers: await answerSections(ctx, file, found, shown.rating),
    findings: findingsView(ctx, found, shown.rating),
    signed: { name, job, hash, at: timeMoment(signedAt, ctx.language), revision: file.attestation.revision },
  };
}

function historyView(ctx: TeamContext, newestFirst: readonly StoredRating[], shown?: StoredRating) {
  return newestFirst.map(({ id, createdAt, rating }, place) => {
    const before = newestFirst[place + 1]?.rating;
    return {
      id,
      at: timeMoment(createdAt, ctx.language),
      score: rating.score,
      band: rating.band,
      confidence: rating.confidence,
      ...versionsOf(ctx, rating),
      change: before && Math.round((rating.score - before.score) * 100) / 100,
      was: before && before.band !== rating.band ? before.band : undefined,
      shown: id === shown?.id,
    };
  });
}

/** Newest first. */
function editionChoices(ctx: TeamContext) {
  const newest = currentEdition().id;
  return [...editions].reverse().map(({ id }) => ({ id, name: editionName(ctx, id), newest: id === newest }));
}
