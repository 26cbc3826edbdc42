import { foldSpelling } from "#terms/names";

/** Words for the legal form of a company, which lists write in many ways or leave out. */
const legalForms = new Set(
  "ag bhd berhad bv co company corp corporation cv de doo gmbh inc incorporated limited llc ltd nv plc pvt sa sdn srl".split(
    " ",
  ),
);

/**
 * The name of a company or vessel for comparing it with a list: letters and digits, without legal form at its end and without
 * "Fishing vessel". Two names agree only where these are equal; likeness is never enough. Empty where nothing is left.
 */
export function entityKey(name: string): string {
  const words = foldSpelling(name)
    .replace(/^fishing vessels?\b/, "")
    .replace(/[.'’]/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
  while (legalForms.has(words.at(-1) ?? "")) words.pop();
  return words.join("");
}
