import type { Provenance } from "#scoring/editions/schemas";

const publicDomain = "Public domain (work of the US Government)";
const factsOnly = "Facts only; no text taken over";

/** Where each list comes from and what is uncertain about it, in our own words. */
export const listProvenance = {
  countries: {
    id: "countries-2026.1",
    title: "Countries and areas",
    publisher: "ISO 3166-1 as carried by the npm package i18n-iso-countries 7.14.0",
    source: "i18n-iso-countries 7.14.0; coverage from the Trafficking in Persons Reports 2020 to 2025",
    licence: "MIT",
    doubts: [
      "Some names were shortened by hand where the package gives a formal name.",
      "Kosovo has no official ISO code: XK and XKK are the package's values, and XKX is also in use.",
      "Taiwan has an ISO code and no separate entry in the United Nations list of areas.",
      "Spellings beyond those of the collected file were added by this project to match supplier lists; they are not from a publisher.",
      "Names in other languages come from the running system's Unicode data and can differ between system versions.",
    ],
  },
  goods: {
    id: "goods-2026.1",
    title: "List of Goods Produced by Child Labor or Forced Labor",
    publisher: "US Department of Labor, Bureau of International Labor Affairs",
    year: 2024,
    source:
      "2022 lines from goods_2021.xml in github.com/USDepartmentofLabor/Child-Labor-Android; 2024 additions from Kelley Drye; 2024 totals, removals and downstream goods from Thompson Hine (September 2024)",
    licence: publicDomain,
    doubts: [
      "Collected from stored copies of public pages; check against the publisher before relying on it for a compliance decision.",
      "The 2022 edition is complete at 467 lines. Of the 72 additions of September 2024 only 11 could be confirmed: missing are most of them, among others the goods of Belarus, the Netherlands, Mauritius and South Korea. A good that is not here may still be listed.",
      "The sector label of the 2024 lines was ours and is not carried over.",
      "Thailand's shrimp was removed in 2024 with child labour as the reason; whether its forced-labour listing went too is unconfirmed. A removed line that named forced labour therefore still counts here.",
      "The 2024 cobalt line of the Democratic Republic of the Congo adds forced labour to the child labour of 2022.",
      "The 2022 figures differ by one good and one country from a published count of 158 products and 77 countries; the reason is not known.",
      "The 43 downstream goods of 2024 are not itemised: three groups are named in a summary, some without a country of manufacture.",
      "The inputs of downstream goods (palm fruit, polysilicon, cobalt ore) were matched by hand, because the source gives the country of the input and not its name.",
      "Which good is a kind of which other, and which goods belong to a UFLPA priority sector, is this project's judgement; textiles and yarn are counted with cotton and apparel, iron with steel.",
    ],
  },
  materials: {
    id: "materials-2026.1",
    title: "Questionable materials",
    publisher: "This project, from US Department of Labor and US Department of Homeland Security lists",
    year: 2025,
    source:
      "List of goods as above; UFLPA high-priority sectors from Department of Homeland Security releases of 9 July 2024 and 19 August 2025, read in stored copies",
    licence: factsOnly,
    doubts: [
      "Which listed goods stand for a material is this project's judgement.",
      "UFLPA high-priority sectors as published up to August 2025: apparel, cotton, silica-based products, tomatoes, aluminium, PVC and seafood, then steel, copper, lithium, caustic soda and red dates. A later update is not included.",
      "A priority sector concerns goods with a link to Xinjiang or a listed entity; the flag says that a material belongs to such a sector, not that it comes from there.",
      "Lithium has no line of its own on the Department of Labor list, and iron is the nearest line to steel.",
    ],
  },
  hosts: {
    id: "hosts-2026.1",
    title: "Countries reported to have hosted North Korean workers",
    publisher: "This project, from reports of the US Department of State, the United Nations and the press",
    year: 2025,
    source:
      "US Department of State report to Congress of 24 August 2016 and Trafficking in Persons Reports 2021 and 2025; United Nations 1718 Committee and Panel of Experts reporting; press; named for each country",
    licence: factsOnly,
    doubts: [
      "Absence from this list must not be read as low risk: secondary sources count 41 countries, so about ten are missing.",
      "The country and sector list of the US advisory of 23 July 2018 and its annex of joint ventures could not be read.",
      "The years are those of the earliest and latest report found, and prove neither presence nor absence outside them.",
      "No industry means that the source named none.",
      "One report says only Congo; it is taken as the Democratic Republic of the Congo because the Department of State names that country.",
      "Togo rests on one weak source, and Tanzania's first year is approximate.",
      "The mapping of reported industries to sectors and HS chapters is this project's judgement.",
    ],
  },
  hsChapters: {
    id: "hs-chapters-2026.1",
    title: "Harmonized System chapters and their sectors",
    publisher: "World Customs Organization (chapter scheme); this project (titles and mapping)",
    source: "Chapters 01 to 97 of the Harmonized System, titles in our own words",
    licence: "Scheme of chapters only; titles paraphrased",
    doubts: [
      "The mapping to sectors is this project's judgement at chapter level and a first guess only.",
      "Chapter 77 is reserved and chapter 97 has no sector.",
    ],
  },
  sectors: {
    id: "sectors-2026.1",
    title: "Sectors and their risk",
    publisher: "Verité for the US Department of State (the eleven high-risk sectors); this project (the others)",
    year: 2015,
    source:
      "Strengthening Protections Against Trafficking in Persons in Federal and Corporate Supply Chains, January 2015 (verite.org; responsiblesourcingtool.org/understandrisk)",
    licence: factsOnly,
    doubts: [
      "Only the choice of the eleven sectors as high risk comes from Verité; their hazards follow its general themes in our own words.",
      "Elevated and baseline, all ISIC ranges and the hazards of each sector are this project's judgement.",
    ],
  },
  migrantLabour: {
    id: "migrant-labour-2026.1",
    title: "Countries where migrant labour is usual",
    publisher: "This project, from the United Nations Department of Economic and Social Affairs",
    year: 2024,
    source:
      "International Migrant Stock 2024 (POP/DB/MIG/Stock/Rev.2024) as carried by Our World in Data, read in a stored copy of 12 May 2025; reports on Mauritius, Taiwan and Thailand, named for each",
    licence:
      "Creative Commons Attribution 3.0 IGO (United Nations); Creative Commons Attribution 4.0 (Our World in Data)",
    doubts: [
      "That migrant labour is usual from one in ten people born elsewhere is this project's judgement, not a publisher's.",
      "People born elsewhere are not only workers: refugees, families, and people who moved when borders did are counted too. Countries with much of that (Belarus, Croatia, Lebanon, Serbia, Ukraine) are on the list all the same.",
      "Seasonal and temporary workers, and those without papers, are often missing from such counts. Mauritius, Taiwan and Thailand stand here by a report instead; other countries with a small share and many migrant workers in one trade do not.",
      "It says nothing about workers who move within their own country.",
      "Antarctica, Guernsey, Jersey, Kosovo and some small islands have no figure and count as not usual.",
    ],
  },
} satisfies Record<string, Provenance>;
