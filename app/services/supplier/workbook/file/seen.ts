import type { ServiceContext } from "#app/services/context/contexts";
import type { PartValue } from "#questionnaires/answers";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

/** What a cell said, in a few characters: two of them are equal as long as nobody changed it. "" for nothing. */
export function seenValue({ sha256 }: Pick<ServiceContext, "sha256">, value: PartValue | undefined): string {
  return value === undefined ? "" : sha256(canonicalJson(value)).slice(0, 10);
}
