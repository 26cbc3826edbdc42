import type { Answers } from "#questionnaires/answers";
import { cellText, rowsOf } from "#scoring/answer-values";

/**
 * The sector of a supplier among its peers: the HS chapter (`61`), or the kind of service (`repair`), of the first product that it
 * named in C1. Undefined where that has neither.
 */
export function sectorOf(answers: Answers): string | undefined {
  const [first] = rowsOf({ answers }, "C1", "goods");
  if (first === undefined) return undefined;
  const chapter = cellText(first, "hs");
  return chapter !== undefined && /^\d\d$/.test(chapter) ? chapter : cellText(first, "sector");
}
