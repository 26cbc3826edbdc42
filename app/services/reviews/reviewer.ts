import type { ServiceContext } from "#app/services/context/contexts";
import { mayDecide } from "#app/services/team/reviews/second-person";
import type { AttestationDetails } from "#db/records";

/** Id of whoever has the review of what a correction corrects, for as long as they may decide: theirs is the correction too. */
export async function reviewerOf(
  { store }: Pick<ServiceContext, "store">,
  { attestation: { org }, returned }: Pick<AttestationDetails, "attestation" | "returned">,
): Promise<string | undefined> {
  const review = returned && (await store.reviews.get(org, returned.attestation));
  const person = review?.assignedTo === undefined ? undefined : await store.users.get(org, review.assignedTo);
  return person && mayDecide(person.user) ? person.user.id : undefined;
}
