import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import type { ServiceContext } from "#app/services/context/contexts";
import { findRatingVersions } from "#app/services/ratings/rating-versions";
import type { AttestationDetails, StoredRating } from "#db/records";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { rate } from "#scoring/rate";
import { Rating } from "#scoring/rating";
import type { Trail } from "./check-declaration";
import type { Finding } from "./findings";

/**
 * Whether a rating is what comes out when it is worked out again: of the answers on record, with the questionnaire, the rules
 * and the countries that it names, on its day.
 */
export async function checkRating(
  ctx: Pick<ServiceContext, "catalogue">,
  { id, createdAt, rating, given = {} }: Pick<StoredRating, "id" | "createdAt" | "rating" | "given">,
  file: AttestationDetails,
  { events, areGone }: Trail,
): Promise<readonly Finding[]> {
  const about = `${id} of ${file.attestation.reference}`;
  const finding = (text: string): Finding => ({ kind: "rating", about, text });
  const read = Rating.safeParse(rating);
  if (!read.success) return [finding("it is not what a rating looks like")];

  const findings: Finding[] = [];
  const said = events.find(
    ({ action, details }) => action === "attestation.rated" && "rating" in details && details.rating === id,
  );
  if (said === undefined && !areGone(createdAt)) findings.push(finding("the trail has no event of it"));
  else if (
    said?.action === "attestation.rated" &&
    (said.details.band !== rating.band || said.details.score !== rating.score)
  )
    findings.push(
      finding(
        `the trail says ${said.details.band} with ${said.details.score} points, and it says ${rating.band} with ${rating.score}`,
      ),
    );

  const { questionnaire: asked, ruleSet: by, edition: at } = rating;
  const named = { questionnaire: asked.id, ruleSet: by.id, edition: at.id };
  const { questionnaire, ruleSet, edition } = await findRatingVersions(ctx, file.attestation.org, named);
  if (!questionnaire || !ruleSet || !edition)
    return [...findings, finding(`it names ${asked.id}, ${by.id} and ${at.id}, and not all of them are there`)];
  for (const [{ id: name, hash }, { fingerprint }] of [
    [asked, questionnaire],
    [by, ruleSet],
    [at, edition],
  ] as const)
    if (hash !== fingerprint) findings.push(finding(`it was made with another ${name} than was published`));

  const { regimes, modules } = file.campaign;
  const asOf = isoDay(createdAt);
  const { evidence, ...judged } = given;
  const answers = withEvidence(file, createdAt, evidence);
  const again = rate({ questionnaire, ruleSet, edition, answers, regimes, modules, asOf, signed: true, ...judged });
  const wrong = differing(rating, again);
  if (wrong.length > 0)
    findings.push(finding(`worked out again from the answers on record, it differs in ${wrong.join(", ")}`));
  return findings;
}

/** What older ratings leave out, because it was not listed yet, is not compared. */
const laterAdded = new Set(["remaining", "nearest"]);

function differing(kept: Rating, again: Rating): readonly string[] {
  const now: Readonly<Record<string, unknown>> = again;
  return Object.entries(kept)
    .filter(([name, value]) => value !== undefined && !laterAdded.has(name))
    .filter(([name, value]) => canonicalJson(value) !== canonicalJson(now[name] ?? null))
    .map(([name]) => name);
}
