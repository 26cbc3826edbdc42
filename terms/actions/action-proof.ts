/** How the place of such a document begins. */
export const proofPlaceStart = "action.";

/** Where the documents of an action stand among those of its attestation: no question of any questionnaire has such a code. */
export function proofPlace(action: string): string {
  return `${proofPlaceStart}${action}`;
}

/** The action that a document proves; undefined for one that is attached to a question. */
export function actionOfPlace(place: string): string | undefined {
  return place.startsWith(proofPlaceStart) ? place.slice(proofPlaceStart.length) : undefined;
}
