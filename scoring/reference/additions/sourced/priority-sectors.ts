/** What belongs to a sector: HS chapters that it covers as a whole, and ids of listed goods and of materials. */
type PriorityContent = { wholeChapters: string[]; goods: string[]; materials: string[] };

/**
 * What belongs to each sector that the strategy of the Uyghur Forced Labor Prevention Act names, by our judgement. A chapter is
 * here only where the sector covers all of it: articles of steel (73) and everything named by a heading are not.
 */
export const priorityContents: Readonly<Record<string, PriorityContent>> = {
  aluminium: { wholeChapters: ["76"], goods: ["aluminum"], materials: ["aluminium"] },
  apparel: { wholeChapters: ["61", "62"], goods: ["garments"], materials: [] },
  caustic_soda: { wholeChapters: [], goods: ["caustic-soda"], materials: ["caustic-soda"] },
  copper: {
    wholeChapters: ["74"],
    goods: ["copper", "electrolytic-copper-products"],
    materials: ["copper", "electrolytic-copper"],
  },
  cotton: {
    wholeChapters: ["52"],
    goods: ["cotton", "cotton-textile-products", "cottonseed-hybrid", "textiles", "thread-yarn"],
    materials: ["cotton"],
  },
  lithium: { wholeChapters: [], goods: ["lithium", "lithium-ion-batteries"], materials: ["lithium"] },
  pvc: { wholeChapters: [], goods: ["polyvinyl-chloride"], materials: ["pvc"] },
  red_dates: { wholeChapters: [], goods: ["jujubes"], materials: ["red-dates"] },
  seafood: {
    wholeChapters: ["03"],
    goods: ["dried-fish", "fish", "lobsters", "nile-perch", "shellfish", "shrimp", "squid", "tilapia"],
    materials: ["seafood"],
  },
  silica: {
    wholeChapters: [],
    goods: [
      "metallurgical-grade-silicon",
      "photovoltaic-ingots",
      "photovoltaic-wafers",
      "polysilicon",
      "solar-cells",
      "solar-modules",
    ],
    materials: ["polysilicon"],
  },
  steel: { wholeChapters: ["72"], goods: ["iron"], materials: ["steel"] },
  tomatoes: { wholeChapters: [], goods: ["tomato-products", "tomatoes"], materials: ["tomatoes"] },
};

const contents = Object.values(priorityContents);

/** The listed goods that belong to a priority sector. */
export const priorityGoods: string[] = contents.flatMap(({ goods }) => goods);
/** The materials that belong to a priority sector. */
export const priorityMaterials: string[] = contents.flatMap(({ materials }) => materials);
