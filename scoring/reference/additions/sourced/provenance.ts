import { listProvenance } from "#scoring/reference/additions/provenance";

const { goods, hosts, materials } = listProvenance;
const judgement = "Points, and which sector is which reported industry, are the design of rule set 2026.2.";
/** The doubts of the list before, with those that changed said anew: each keeps its place, by which explanations find it. */
const renewed = (doubts: readonly string[], changed: Readonly<Record<number, string>>) =>
  doubts.map((doubt, place) => changed[place] ?? doubt);

/** Where each list of November 2026 comes from, what is uncertain about it, and what it is known to lack, in our own words. */
export const sourcedProvenance = {
  goods: {
    ...goods,
    id: "goods-2026.2",
    source: `${goods.source}; three lines and two downstream goods of 2024 from a public research note of 5 October 2026`,
    doubts: [
      ...renewed(goods.doubts, {
        1: "The 2022 edition is complete at 467 lines. Of the 72 additions of September 2024 only 14 are here. A good that is not here may still be listed.",
        6: "Of the 43 downstream goods of 2024 two are here one by one, and three groups that a summary names, some without a country of manufacture.",
      }),
      "Which HS chapters a listed good is traded under is this project's judgement at the level of chapters.",
    ],
    missing: [
      "Six or seven of the 138 lines of 2024 that name forced labour are missing, and about 58 of the 72 additions of that year in all. Missing for certain is every good of Belarus, the Netherlands, Mauritius and South Korea.",
      "Most of the 43 downstream goods of 2024 are missing.",
      "No edition of 2026 was found on 28 November 2026; two sources of 2026 still call September 2024 the latest.",
    ],
  },
  hosts: {
    ...hosts,
    id: "hosts-2026.2",
    year: 2026,
    source: `${hosts.source}; Multilateral Sanctions Monitoring Team, 22 October 2025, as quoted by the US Department of State; Office of Foreign Assets Control, 8 July 2025`,
    doubts: [
      ...renewed(hosts.doubts, {
        0: "Absence from this list must not be read as low risk: secondary sources count 41 countries, and 33 are here.",
      }),
      "Doubts about single countries stand with the country: one weak source, the press only, or an uncertain year.",
    ],
    missing: [
      "Eight to ten countries are missing, whose names were not read.",
      "The countries and industries of the US advisory of 23 July 2018 and its annex of joint ventures are missing: five stored copies end before them.",
      "The Monitoring Team says that at least eight countries host IT workers; only China and Russia were read by name.",
    ],
  },
  materials: {
    ...materials,
    id: "materials-2026.2",
    year: 2026,
    source: `${materials.source}; lines of lithium, manganese and electrolytic copper from a public research note of 5 October 2026`,
    doubts: [
      ...renewed(materials.doubts, {
        3: "Lithium (Zimbabwe), manganese (Zambia) and electrolytic copper (China) have lines of 2024 that were read in one research note. Iron is the nearest line to steel.",
      }),
      "Which chapters usually hold a listed material is this project's judgement, except where the title of the chapter names the material.",
    ],
    missing: [
      "Materials of the lines of 2024 that the list of goods lacks are missing.",
      "Chapters that hold a listed material only in some of their headings are left out on purpose: plastics (PVC), vegetables (tomatoes), glass and chemicals.",
    ],
  },
  serviceSectors: {
    id: "service-sectors-2026.1",
    title: "Sectors of services",
    publisher: "This project; Verité for the US Department of State (which sectors have high risk)",
    year: 2026,
    source:
      "Strengthening Protections Against Trafficking in Persons in Federal and Corporate Supply Chains, January 2015; design of rule set 2026.2",
    licence: "Facts only; no text taken over",
    doubts: [judgement, "Only the choice of the five sectors of Verité as high risk is a publisher's."],
    missing: [
      "Guarding, domestic work, waste collection and further services have no line of their own and count as other services.",
    ],
  },
  enforcement: {
    id: "enforcement-2026.1",
    title: "Orders, findings and listed entities",
    publisher: "US Customs and Border Protection; US Department of Homeland Security",
    year: 2026,
    source:
      "CBP's list of orders and findings of 23 June 2026; orders that ended, from releases and the press; UFLPA Entity List of 14 January 2025 as fetched on 9 July 2026, and five names of Federal Register notice 2026-15628; sectors of the UFLPA Strategy up to 19 August 2025",
    licence: "Public domain (work of the US Government)",
    doubts: [
      "Read in copies in a public repository, not on the authorities' own pages.",
      "A name that is not found proves nothing: it is compared letter by letter, and only as the list spells it.",
      "That the entity list has 187 names since 3 August 2026 rests on one research note and on two public programs that counted its rows.",
      "A priority sector guides the enforcement on goods of China and presumes nothing by itself. Which goods and materials belong to it is this project's judgement.",
    ],
    missing: [
      "38 of the 43 names added on 3 August 2026 are missing.",
      "Orders, findings and liftings after 23 June 2026 are missing: CBP has a list of 29 September 2026 that was not read.",
      "The day on which four orders ended (Tangshan Sunfar, Bonechar, Yu Long No. 2, YTY) is not known. Orders of before 2016 that have ended are missing.",
      "No strategy update of 2026 was found on 28 November 2026.",
    ],
  },
  clocks: {
    id: "clocks-2026.1",
    title: "How long there is to prove it",
    publisher: "This project, from US Customs and Border Protection, the European Union and commentaries",
    year: 2026,
    source:
      "Releases of CBP and commentaries of law firms and trade press, named for each period; Regulation (EU) 2024/3015",
    licence: "Facts only; no text taken over",
    doubts: [
      "A notice names its own date, and that date holds. These periods are for planning.",
      "A period without a limit for extensions must be planned without any extension.",
    ],
    missing: [
      "The text of CBP's guidance of June 2026 (Pub. 5560-0526) was not read. Whether its limit of 90 days also holds for CAATSA is open: count 30 days.",
      "The days after an order's three months (60 days to export or protest), protests, and the 30 to 60 working days of an EU investigation are not here.",
    ],
  },
} as const;
