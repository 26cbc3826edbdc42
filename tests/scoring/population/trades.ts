/** What a kind of supplier does, where, and with whom. Countries, chapters and steps are by weight. */
export type Trade = {
  readonly name: string;
  /** Of a hundred suppliers. */
  readonly weight: number;
  /** Kind of work at its sites, as B1 has it. */
  readonly work: string;
  readonly countries: string;
  /** HS chapters with the listed good that belongs to them, or a sector of services. */
  readonly makes: readonly { readonly hs: string; readonly good?: string }[] | { readonly sector: string };
  /** Listed materials that its goods may hold, with the share of suppliers that use them, in percent. */
  readonly materials?: Readonly<Record<string, number>>;
  /** Workers of one site, from a tenth to nine tenths of them. */
  readonly workers: readonly [few: number, many: number];
  /** Percent of suppliers with agency workers, and with foreign workers where these are usual. */
  readonly agency: number;
  readonly foreign: number;
  /** Steps that are given to others, and how many suppliers do that, in percent. */
  readonly steps?: { readonly kinds: readonly [string, ...string[]]; readonly share: number };
};

const read = new Map<string, readonly (readonly [string, number])[]>();

/** "CN 30, VN 8": countries and their weights. */
export function weightsIn(text: string): readonly (readonly [string, number])[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  const weights = text.split(", ").map((one) => {
    const [country = "", weight] = one.split(" ");
    return [country, Number(weight)] as const;
  });
  read.set(text, weights);
  return weights;
}

/**
 * The trades of a large buyer of goods and services. Weights and countries follow trade in goods roughly; the reasons stand
 * in ASSUMPTIONS.md.
 */
export const trades: readonly Trade[] = [
  {
    name: "apparel",
    weight: 20,
    work: "production",
    countries:
      "CN 27, BD 12, IN 11, VN 11, TR 8, KH 5, ID 5, PK 5, LK 3, JO 2, MM 2, MU 1, MA 2, EG 2, PT 3, IT 3, MX 2, TH 2",
    makes: [
      { hs: "61", good: "garments" },
      { hs: "62", good: "garments" },
      { hs: "63", good: "textiles" },
    ],
    materials: { cotton: 75, silk: 4, leather: 4 },
    workers: [60, 1500],
    agency: 25,
    foreign: 70,
    steps: { kinds: ["embroidery", "washing", "sewing", "dyeing", "cutting"], share: 60 },
  },
  {
    name: "footwear and leather",
    weight: 4,
    work: "production",
    countries: "CN 35, VN 25, ID 12, IN 12, BR 5, IT 5, PT 3, KH 3",
    makes: [{ hs: "64", good: "footwear" }],
    materials: { leather: 70, rubber: 50, cotton: 10 },
    workers: [80, 2000],
    agency: 25,
    foreign: 40,
    steps: { kinds: ["sewing", "cutting", "assembly"], share: 50 },
  },
  {
    name: "electronics",
    weight: 13,
    work: "production",
    countries: "CN 36, TW 10, MY 9, VN 8, TH 6, KR 4, JP 4, MX 6, PL 3, HU 3, DE 5, US 4, SG 2",
    makes: [{ hs: "85", good: "electronics" }, { hs: "85", good: "electronics" }, { hs: "84" }],
    materials: { tin: 60, gold: 45, tantalum: 25, copper: 50, tungsten: 12, cobalt: 8, lithium: 6 },
    workers: [80, 1800],
    agency: 55,
    foreign: 75,
    steps: { kinds: ["assembly", "packing", "other"], share: 40 },
  },
  {
    name: "solar and batteries",
    weight: 2,
    work: "production",
    countries: "CN 55, VN 12, MY 10, TH 8, IN 7, US 5, KR 3",
    makes: [
      { hs: "85", good: "solar-modules" },
      { hs: "85", good: "lithium-ion-batteries" },
    ],
    materials: { polysilicon: 60, aluminium: 60, lithium: 40, copper: 40, nickel: 15, cobalt: 15 },
    workers: [100, 1500],
    agency: 45,
    foreign: 60,
    steps: { kinds: ["assembly", "other"], share: 35 },
  },
  {
    name: "metal and machines",
    weight: 13,
    work: "production",
    countries: "CN 30, DE 12, IN 9, IT 8, TW 6, US 6, PL 5, TR 5, CZ 5, JP 4, KR 3, RS 2, MX 3, TH 2",
    makes: [{ hs: "73" }, { hs: "84" }, { hs: "76", good: "aluminum" }, { hs: "72" }, { hs: "74" }],
    materials: { steel: 75, aluminium: 45, copper: 25, nickel: 5 },
    workers: [25, 500],
    agency: 40,
    foreign: 50,
    steps: { kinds: ["other", "assembly"], share: 35 },
  },
  {
    name: "parts for vehicles",
    weight: 6,
    work: "production",
    countries: "CN 25, DE 15, MX 12, CZ 6, RO 6, PL 6, JP 8, KR 6, IN 6, TH 5, MA 3, TW 2",
    makes: [{ hs: "87" }, { hs: "40" }, { hs: "84" }],
    materials: { steel: 70, aluminium: 55, rubber: 40, copper: 25, leather: 5, mica: 4 },
    workers: [80, 1200],
    agency: 50,
    foreign: 45,
    steps: { kinds: ["assembly", "other"], share: 35 },
  },
  {
    name: "furniture and toys",
    weight: 7,
    work: "production",
    countries: "CN 48, VN 17, IN 7, MY 6, PL 6, TR 5, ID 5, IT 4, BR 2",
    makes: [
      { hs: "94", good: "furniture" },
      { hs: "95", good: "toys" },
      { hs: "44", good: "timber" },
    ],
    materials: { timber: 55, steel: 20, cotton: 15, pvc: 15 },
    workers: [40, 600],
    agency: 30,
    foreign: 50,
    steps: { kinds: ["assembly", "packing", "sewing"], share: 35 },
  },
  {
    name: "plastics, rubber and chemicals",
    weight: 7,
    work: "production",
    countries: "CN 34, DE 12, MY 9, US 9, IN 9, TH 6, KR 5, IT 5, NL 4, TW 4, SA 3",
    makes: [{ hs: "39" }, { hs: "40", good: "rubber-gloves" }, { hs: "28" }],
    materials: { pvc: 25, rubber: 25, "caustic-soda": 15 },
    workers: [30, 500],
    agency: 35,
    foreign: 60,
    steps: { kinds: ["packing", "other"], share: 25 },
  },
  {
    name: "fish and seafood",
    weight: 3,
    work: "growing-catching",
    countries: "CN 30, TH 18, VN 18, IN 9, ID 8, TW 5, NO 5, EC 4, PE 3",
    makes: [
      { hs: "03", good: "fish" },
      { hs: "16", good: "fish" },
    ],
    materials: { seafood: 90 },
    workers: [40, 900],
    agency: 40,
    foreign: 65,
    steps: { kinds: ["peeling", "packing"], share: 50 },
  },
  {
    name: "food and farming",
    weight: 7,
    work: "growing-catching",
    countries: "IT 10, ES 12, BR 10, IN 9, MX 8, TR 7, CI 6, KE 5, US 7, MY 5, ID 6, CN 8, PE 4, MA 3",
    makes: [
      { hs: "08" },
      { hs: "07", good: "tomatoes" },
      { hs: "15", good: "crude-palm-oil" },
      { hs: "18", good: "cocoa" },
      { hs: "09", good: "tea" },
    ],
    materials: { "palm-oil": 30, cocoa: 15, coffee: 10, tea: 10, tomatoes: 15, sugarcane: 20 },
    workers: [20, 500],
    agency: 45,
    foreign: 60,
    steps: { kinds: ["packing", "other"], share: 30 },
  },
  {
    name: "packaging and printing",
    weight: 6,
    work: "production",
    countries: "CN 30, DE 14, IT 8, PL 7, PT 4, US 9, IN 7, VN 6, TR 5, GB 5, NL 5",
    makes: [{ hs: "48" }, { hs: "49" }, { hs: "39" }],
    materials: { timber: 30 },
    workers: [15, 250],
    agency: 30,
    foreign: 35,
    steps: { kinds: ["packing", "other"], share: 20 },
  },
  {
    name: "building",
    weight: 2,
    work: "construction",
    countries: "DE 15, QA 8, AE 10, SG 7, PL 12, MT 3, GB 10, US 10, SA 8, CN 7, RO 10",
    makes: { sector: "construction" },
    materials: { steel: 55, timber: 40, bricks: 45, aluminium: 25 },
    workers: [20, 700],
    agency: 55,
    foreign: 85,
  },
  {
    name: "cleaning and facilities",
    weight: 2,
    work: "cleaning-facilities",
    countries: "DE 22, GB 16, US 14, PL 8, SG 8, AE 8, MY 8, NL 8, IT 8",
    makes: { sector: "cleaning-facilities" },
    workers: [20, 500],
    agency: 35,
    foreign: 80,
  },
  {
    name: "hotels and catering",
    weight: 1.5,
    work: "hotel-food",
    countries: "DE 18, AE 12, QA 6, GB 14, US 14, TH 8, MT 4, IT 12, SG 6, MY 6",
    makes: { sector: "hotels-catering" },
    materials: { seafood: 50, coffee: 60, tea: 40 },
    workers: [20, 300],
    agency: 35,
    foreign: 80,
  },
  {
    name: "transport and warehouses",
    weight: 4,
    work: "transport-storage",
    countries: "DE 20, PL 16, NL 12, US 14, CN 10, RO 8, GB 10, SG 5, AE 5",
    makes: { sector: "transport-warehousing" },
    workers: [20, 500],
    agency: 55,
    foreign: 65,
  },
  {
    name: "software and design",
    weight: 4,
    work: "software-it-design",
    countries: "IN 22, DE 15, US 16, PL 8, RO 8, CN 10, GB 8, VN 5, RS 4, UA 4",
    makes: { sector: "software-it" },
    workers: [8, 200],
    agency: 15,
    foreign: 45,
    steps: { kinds: ["software"], share: 35 },
  },
  {
    name: "staffing",
    weight: 1.5,
    work: "office",
    countries: "DE 25, GB 20, PL 15, MY 10, US 15, CZ 15",
    makes: { sector: "staffing" },
    workers: [20, 600],
    agency: 70,
    foreign: 85,
  },
];
