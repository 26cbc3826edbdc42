/** What was found about a published body after its publication, by its id: beside them, for they are never edited. */
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

const missing: Readonly<Record<string, readonly string[]>> = {
  "tip-2025": [
    "No report of 2026 was found on 28 November 2026: this is the newest.",
    "The reports of 2017 to 2019 are not here.",
    "Lists of Tier 2 of 2022 and 2024 were not read: that tier is what remained of 188 jurisdictions.",
  ],
  "migrant-labour-2026.1": [
    "Kosovo, Guernsey, Jersey and some small islands have no figure and count as not usual.",
    "Countries with a small share and many migrant workers in one trade are missing, other than Mauritius, Taiwan and Thailand.",
  ],
};

/** Sentences about what a body lacks that was published without saying so, in English; none for most. */
export function missingIn(id: string): readonly string[] {
  return missing[id] ?? [];
}

/** Sentences about what was found since a body was published, in English; none for most. */
export function foundSince(id: string): readonly string[] {
  return found[id] ?? [];
}
