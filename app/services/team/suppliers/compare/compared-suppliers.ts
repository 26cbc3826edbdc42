import { Problem } from "#app/domain/problem";
import { readSigned } from "#app/services/answers/signed/mismatches";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { hiddenParts } from "#app/services/north-korea/north-korea";
import { ratedInput } from "#app/services/ratings/rated-input";
import { type RatingVersions, requireRatingVersions } from "#app/services/ratings/rating-versions";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import { type RatingWords, ratingWords } from "#app/services/team/ratings/rating-words";
import type { VersionNames } from "#app/services/team/ratings/versions";
import type { StoredRating } from "#db/records";
import type { NewestRating } from "#db/store/attestations/ratings";
import type { Texts } from "#questionnaires/texts";
import type { Walk } from "#questionnaires/walk";
import { walkWithFacts } from "#scoring/facts";
import type { Rating } from "#scoring/rating";
import type { NorthKoreaParts } from "#scoring/rules/north-korea";
import { mostCompared } from "./comparison-address";

/** What a rating was made of: the answers as they were signed, or that something else is kept. */
export type ComparedRating = {
  readonly id: string;
  readonly rating: Rating;
  readonly made: Required<RatingVersions>;
  readonly words: RatingWords;
  /** What of its answers the reader does not see. */
  readonly hidden: NorthKoreaParts;
  /** Absent where something else is kept than was signed. */
  readonly answers?: { readonly walk: Walk; readonly texts: Texts };
};

export type Compared = Omit<NewestRating, "newest"> & { readonly rated?: ComparedRating };

export type Chosen = {
  readonly compared: readonly Compared[];
  readonly unknown: number;
  readonly tooMany: number;
};

/**
 * The suppliers of a comparison with their newest ratings, in the order asked for.
 * @throws Problem "not-found" where the organisation has none of them
 */
export async function comparedSuppliers(
  ctx: TeamContext,
  event: EventMaker<"record.mismatched">,
  ids: readonly string[],
  versions: VersionNames,
): Promise<Chosen> {
  const first = ids.slice(0, mostCompared);
  const rows = first.length === 0 ? [] : await ctx.store.ratings.newest(ctx.organisation.id, first);
  const known = new Map(rows.map((row) => [row.supplier.id, row]));
  const found = first.flatMap((id) => known.get(id) ?? []);
  if (first.length > 0 && found.length === 0) throw new Problem("not-found");
  const compared: Compared[] = [];
  for (const { newest, ...supplier } of found)
    compared.push(newest ? { ...supplier, rated: await ratedOf(ctx, event, newest, versions) } : supplier);
  return { compared, unknown: first.length - found.length, tooMany: ids.length - first.length };
}

async function ratedOf(
  ctx: TeamContext,
  event: EventMaker<"record.mismatched">,
  newest: StoredRating,
  versions: VersionNames,
): Promise<ComparedRating> {
  const org = ctx.organisation.id;
  const { id, attestation, rating } = newest;
  const made = await requireRatingVersions(ctx, org, rating);
  const words = ratingWords(ctx, made, versions);
  const hidden = await hiddenParts(ctx, org, made.questionnaire);
  const read = await readSigned(ctx, event, { org, attestation });
  if (!read?.file?.declaration) return { id, rating, made, words, hidden };
  const walk = walkWithFacts(ratedInput(read.file, made, newest));
  return { id, rating, made, words, hidden, answers: { walk, texts: ownTexts(ctx, walk.questionnaire, ctx.language) } };
}
