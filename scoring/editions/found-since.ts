/**
 * What was found about a published body after its publication, by its id. It stands beside them because they are never edited.
 */
const found: Readonly<Record<string, readonly string[]>> = {
  "tip-2022": [
    "28 November 2026: no full list of 2022 was found, so Tier 2 is still what remained. The reported moves and every count agree with it.",
  ],
  "tip-2023": [
    "28 November 2026: Denmark's upgrade was read in a list of June 2023, whose 30 names in Tier 1 are those here.",
    "28 November 2026: the Department of State says that two countries moved up to Tier 1, none from Tier 3 to Tier 2, and that 26 were on the Watch List, as here.",
  ],
  "tip-2024": [
    "28 November 2026: no full list of 2024 was found, so Tier 2 is still what remained. The Korea Times of 24 June 2024 counts 33 in Tier 1 and 21 in Tier 3, as here.",
  ],
  "tip-2025": [
    "28 November 2026: no report of 2026 was found. The report of 2025 came three months late.",
    "28 November 2026: one Korean newspaper counts 13 countries in Tier 3; the World Factbook has 20, as here.",
  ],
  "goods-2026.1": ["Goods-2026.2 has three lines and two downstream goods more."],
  "hosts-2026.1": ["Hosts-2026.2 has Guinea, IT services in Laos and Russia, and later reports on China and Russia."],
  "materials-2026.1": [
    "Lithium has had a line of its own since the edition of 2024. Materials-2026.2 says so, and has manganese and electrolytic copper.",
  ],
};

/** Sentences about what was found since a body was published, in English; none for most. */
export function foundSince(id: string): readonly string[] {
  return found[id] ?? [];
}
