import type { RowDoubt } from "#scoring/editions/schemas";

const ofEvidence: Readonly<Record<string, RowDoubt>> = {
  press: { kind: "secondary", text: "Named by the press or by the industry only, not by an authority." },
  weak: { kind: "secondary", text: "Rests on one weak source." },
};

const ofCountry: Readonly<Record<string, RowDoubt>> = {
  CD: {
    kind: "contested",
    text: "One report says only Congo; it is taken as this country because the Department of State names it.",
  },
  GN: { kind: "secondary", text: "Rests on one weak source, whose year is uncertain." },
  LA: {
    kind: "secondary",
    text: "IT services in Laos are known from one press report on the United Nations report of late 2023.",
  },
  TZ: { kind: "secondary", text: "Named by the press only, and its first year is approximate." },
};

/** What is uncertain about a host country, by its code and the kind of its evidence. */
export function hostDoubt(iso2: string, evidence: string): RowDoubt | undefined {
  return ofCountry[iso2] ?? ofEvidence[evidence];
}
