import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { countryName } from "#app/i18n/country-names";
import { timeMoment } from "#app/i18n/dates/moments";
import { findLanguage } from "#app/i18n/languages";
import { readSigned, type SignedOf } from "#app/services/answers/signed/mismatches";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { isHiddenCorrection } from "#app/services/north-korea/hidden-corrections";
import { hiddenParts, readsNorthKorea } from "#app/services/north-korea/north-korea";
import { ratedInput } from "#app/services/ratings/rated-input";
import { findRatingVersions, newestEdition, requireRatingVersions } from "#app/services/ratings/rating-versions";
import { expectedView } from "#app/services/team/ratings/expected-view";
import { explainedView } from "#app/services/team/ratings/explained-view";
import { comparisonView } from "#app/services/team/ratings/rating-comparison";
import { ratingView } from "#app/services/team/ratings/rating-view";
import { ratingWords } from "#app/services/team/ratings/rating-words";
import { type VersionNames, versionNames } from "#app/services/team/ratings/versions";
import { standingView } from "#app/services/team/reports/benchmark/standing-view";
import { holdLines } from "#app/services/team/retention/holds";
import { decisionHistory } from "#app/services/team/reviews/shown/decision-history";
import { voidView } from "#app/services/team/voids/void-view";
import type { RatedView } from "#app/views/team/supplier/supplier-page";
import type { Contact, StoredRating, Supplier } from "#db/records";
import { explain } from "#scoring/explanation/explain";
import { walkWithFacts } from "#scoring/facts";
import type { Rating } from "#scoring/rating";
import { roundPoints } from "#terms/points";
import { mostContacts } from "#terms/suppliers/contacts";
import { askedLine } from "./asked-line";
import { newContact } from "./contacts/find-contact";
import { supplierDocuments } from "./documents/supplier-documents";
import { placeInView } from "./filters/place-in-view";
import { answerProblemsView } from "./findings/answer-problems";
import { archivedView } from "./marks/archived-view";
import { restrictedView } from "./restricted/restricted-view";
import { answerSections, siteViews } from "./supplier-answers";
import { signedView } from "./trail/signed-view";
import { supplierTrail } from "./trail/supplier-trail";

/** Mails about one supplier that are looked at: each request has a few. */
const mostMails = 1_000;

/**
 * All that is known of a supplier. `rating`: id of the rating to read, the newest that counts where absent or not one of its own;
 * `at` and `in`: the place and the view that it was opened from; `documents`: of which state documents are listed, none where absent.
 * Answers are part of it only once they are signed, and as
 * they were signed; where what is kept is something else that is said instead, with an event.
 * @throws Problem "not-found" for an id that is not in this organisation
 */
export const showSupplier = teamUseCase({
  permission: "suppliers.read",
  input: z.object({
    id: recordId,
    rating: z.string().optional(),
    at: z.string().max(9).optional().catch(undefined),
    in: z.string().optional(),
    documents: z.string().optional(),
  }),
  events: ["record.mismatched"],
  run: readSupplier,
});

type SupplierAsked = {
  readonly id: string;
  readonly rating?: string;
  readonly at?: string;
  readonly in?: string;
  readonly documents?: string;
};

/** The same for what else shows all of it. */
export async function readSupplier(
  ctx: TeamContext,
  { id, rating: wanted, documents: state, ...from }: SupplierAsked,
  event: EventMaker<"record.mismatched">,
) {
  const org = ctx.organisation.id;
  const found = await ctx.store.suppliers.get(org, id);
  if (!found) throw new Problem("not-found");
  const [asked, stored] = await Promise.all([
    ctx.store.suppliers.attestations(org, id),
    ctx.store.ratings.history(org, id),
  ]);
  const hides = await Promise.all(asked.map((one) => isHiddenCorrection(ctx, one)));
  const taken = asked.filter((_, at) => !hides[at]);
  const newestFirst = [...stored].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  const counting = newestFirst.find(({ isVoid }) => !isVoid);
  const shown = newestFirst.find((one) => one.id === wanted) ?? counting;
  const versions = await versionNames(ctx);
  const read = shown && (await readSigned(ctx, event, { org, attestation: shown.attestation }));
  const all = shown && { supplier: id, shown, newestFirst, newest: shown === (counting ?? shown), read };
  const invitations = taken.map(({ invitation }) => invitation.id);
  const mails = await ctx.store.mails.about(org, { invitations, most: mostMails });
  const removals = await ctx.store.retention.removals(
    org,
    taken.map(({ attestation }) => attestation.id),
  );
  const subjects = [id, ...taken.flatMap(({ attestation, invitation }) => [attestation.id, invitation.id])];
  return {
    title: found.supplier.name,
    walk: await placeInView(ctx, id, from),
    supplier: supplierView(ctx, found.supplier),
    ...(await archivedView(ctx, found.supplier)),
    ...contactViews(ctx, found),
    campaigns: await Promise.all(taken.map((one) => askedLine(ctx, id, one, { mails, removals }))),
    documents: await supplierDocuments(ctx, { supplier: id, asked: taken, state, query: { rating: wanted, ...from } }),
    holds: await holdLines(ctx, id),
    changeHolds: ctx.may("retention.write") ? `/suppliers/${id}/hold` : undefined,
    review: all && reviewOf(all),
    expected: shown ? undefined : found.expected && expectedView(ctx, found.expected, versions),
    rated: all && (readsNorthKorea(ctx) ? await ratedView(ctx, all, versions) : undefined),
    restricted: all && (readsNorthKorea(ctx) ? undefined : await restrictedView(ctx, all, versions)),
    brief: briefAddress(ctx, id, shown),
    history: historyView(ctx, newestFirst, versions, await decisionHistory(ctx, newestFirst), shown),
    rateAgain: counting && ctx.may("ratings.add") ? { editions: await editionChoices(ctx, versions) } : undefined,
    trail: await supplierTrail(ctx, { subjects, mails }),
  };
}

/** Where the answers are decided about: none without what was signed. */
function reviewOf({ shown, read }: Shown): string | undefined {
  return read?.file ? `/reviews/${shown.attestation}` : undefined;
}

function briefAddress(ctx: TeamContext, supplier: string, shown: StoredRating | undefined): string | undefined {
  return shown && ctx.may("suppliers.export") ? `/suppliers/${supplier}/brief.pdf?rating=${shown.id}` : undefined;
}

function supplierView(ctx: TeamContext, { id, ref, name, place, country, externalId }: Supplier) {
  const countryText = countryName(country, ctx.language);
  return { id, ref, name, place: place === undefined ? countryText : `${place}, ${countryText}`, externalId };
}

function contactViews(ctx: TeamContext, { supplier, contacts }: { supplier: Supplier; contacts: readonly Contact[] }) {
  const mayChange = ctx.may("suppliers.write");
  const address = (contact: string) => `/suppliers/${supplier.id}/contacts/${contact}`;
  return {
    contacts: contacts.map(({ id, name, email, language }) => ({
      ...{ id, name, email, language, endonym: findLanguage(language)?.endonym ?? language },
      href: mayChange ? address(id) : undefined,
    })),
    addContact: mayChange && contacts.length < mostContacts ? address(newContact) : undefined,
  };
}

type Shown = {
  readonly supplier: string;
  readonly shown: StoredRating;
  readonly newestFirst: readonly StoredRating[];
  /** Whether no other rating counts instead of it. */
  readonly newest: boolean;
  readonly read: SignedOf | undefined;
};

/** Everything that one rating was made from. */
async function ratedView(
  ctx: TeamContext,
  { supplier, shown, newestFirst, newest, read }: Shown,
  versions: VersionNames,
): Promise<RatedView> {
  const org = ctx.organisation.id;
  const { file, mismatch } = read ?? {};
  const made = await requireRatingVersions(ctx, org, shown.rating);
  const words = ratingWords(ctx, made, versions);
  const before = countingBefore(newestFirst, shown)?.rating;
  // What a supplier typed is shown when it has signed it, and never before.
  const input = file?.declaration && ratedInput(file, made, shown);
  const explanation = input && explain(input, shown.rating);
  const view = {
    rating: ratingView(ctx, shown, made, { words, versions }, explanation),
    newest,
    standing: await standingView(ctx, { supplier, rating: shown.id, questionnaire: made.questionnaire }, versions),
    mismatch,
    voided: file?.voided && voidView(ctx, file.voided),
    compared:
      before && comparisonView(await inItsWords(ctx, before, versions), { rating: shown.rating, words }, versions),
  };
  if (!file?.declaration || !input) return view;
  const found = walkWithFacts(input);
  const hidden = await hiddenParts(ctx, org, made.questionnaire);
  return {
    ...view,
    explained: explanation && explainedView(ctx, input, explanation, words),
    sites: siteViews(ctx, found, shown.rating, made, { words, workings: explanation?.workings }),
    answers: await answerSections(ctx, file, found, { rating: shown.rating, hidden }),
    findings: await answerProblemsView(ctx, file, found, shown.rating, hidden),
    signed: signedView(ctx, file.declaration, file.attestation.revision),
  };
}

/** The rating that one is compared with: of what is void nothing is said to have changed. */
function countingBefore(newestFirst: readonly StoredRating[], one: StoredRating): StoredRating | undefined {
  return newestFirst.slice(newestFirst.indexOf(one) + 1).find(({ isVoid }) => !isVoid);
}

/** A rating beside another: where something that it was made from is not there any more, codes stand for its words. */
async function inItsWords(ctx: TeamContext, rating: Rating, versions: VersionNames) {
  const { questionnaire, ruleSet } = rating;
  const made = await findRatingVersions(ctx, ctx.organisation.id, {
    questionnaire: questionnaire.id,
    ruleSet: ruleSet.id,
  });
  return { rating, words: ratingWords(ctx, made, versions) };
}

function historyView(
  ctx: TeamContext,
  newestFirst: readonly StoredRating[],
  versions: VersionNames,
  why: ReadonlyMap<string, string>,
  shown?: StoredRating,
) {
  return newestFirst.map((one) => {
    const { id, createdAt, rating, isVoid } = one;
    const before = countingBefore(newestFirst, one)?.rating;
    return {
      id,
      at: timeMoment(createdAt, ctx.language),
      band: rating.band,
      ...versions.of(rating),
      ...(readsNorthKorea(ctx) && figuresOf(rating, before)),
      was: before && before.band !== rating.band ? before.band : undefined,
      isVoid,
      why: why.get(id),
      shown: id === shown?.id,
    };
  });
}

/** What moves with answers on North Korean labour. */
function figuresOf({ score, confidence }: Rating, before: Rating | undefined) {
  return { score, confidence, change: before && roundPoints(score - before.score) };
}

/** Newest first. */
async function editionChoices(ctx: TeamContext, versions: VersionNames) {
  const org = ctx.organisation.id;
  const newest = await newestEdition(ctx, org);
  const editions = await ctx.catalogue.editions(org);
  return [...editions].reverse().map(({ id }) => ({ id, name: versions.edition(id), newest: id === newest.id }));
}
