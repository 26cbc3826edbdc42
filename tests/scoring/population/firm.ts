import { currentEdition, sourcedLists } from "#scoring/editions/index";
import { type Chance, chanceOf } from "./chance";
import { type Trade, trades, weightsIn } from "./trades";

/** One place of a made-up supplier, with its people. `makes` is false for an office that makes nothing. */
export type Place = {
  readonly id: string;
  readonly country: string;
  readonly makes: boolean;
  readonly own: number;
  readonly agency: number;
  readonly contractor: number;
  readonly trainee: number;
  readonly home: number;
  readonly foreign: readonly (readonly [nationality: string, workers: number])[];
};

/** What is true of a made-up supplier before it answers anything. */
export type Firm = {
  readonly chance: Chance;
  readonly trade: Trade;
  readonly places: readonly Place[];
  /** How well it is run, 0 to 1. */
  readonly quality: number;
  /** How often it does not know, 0 to 1, mostly small. */
  readonly vagueness: number;
  readonly hasForeign: boolean;
  readonly hasAgency: boolean;
};

/** Where workers from elsewhere come from, by where they work: the corridors that reports name. */
const corridors: readonly (readonly [where: string, origins: string])[] = [
  ["AE QA SA BH KW OM", "IN 30, BD 18, NP 18, PK 14, PH 10, LK 6, KE 4"],
  ["JO", "BD 50, LK 20, IN 15, NP 10, MG 3, MM 2"],
  ["MY SG", "BD 25, NP 20, ID 22, MM 18, VN 8, IN 7"],
  ["TW JP KR", "VN 40, ID 22, PH 18, TH 10, MM 5, NP 5"],
  ["TH", "MM 62, KH 25, LA 13"],
  ["MU MA EG", "BD 45, IN 25, MG 20, LK 10"],
  ["US MX", "GT 25, HN 20, MX 30, HT 12, VE 13"],
  ["CN", "VN 40, MM 30, LA 15, PH 10, KP 5"],
  ["RU", "UZ 45, TM 10, VN 20, IN 20, KP 5"],
];
const elsewhere = "UA 30, RO 18, BG 8, IN 9, NP 7, VN 8, BD 5, UZ 5, PH 5, MA 5";

function originsOf(country: string): string {
  return corridors.find(([where]) => where.includes(country))?.[1] ?? elsewhere;
}

const edition = currentEdition();

/** Factor on how often something is bad, by the tier of the country: the reasons stand in ASSUMPTIONS.md. */
export function worseIn(country: string): number {
  const factors: Readonly<Record<string, number>> = { "1": 0.6, "2": 1, "2WL": 1.3, "3": 1.6, SC: 1.6 };
  return factors[edition.tierOf(country) ?? ""] ?? 1.3;
}

const byWeight = trades.map((trade) => [trade, trade.weight] as const);

/** The supplier with this number; the same for the same number and seed. */
export function firmOf(number: number, seed: number): Firm {
  const chance = chanceOf(Math.imul(number + 1, 0x9e3779b1) ^ seed);
  const trade = chance.weighted(byWeight);
  const home = chance.weighted(weightsIn(trade.countries));
  // The mean of two draws: most are middling, and whoever sells to a large buyer is not without any order.
  const quality = 0.25 + (0.75 * (chance.share() + chance.share())) / 2;
  const vagueness = chance.yes(0.06) ? 0.15 + chance.share() * 0.35 : chance.share() ** 2 * 0.08;
  const hasAgency = chance.yes(trade.agency / 100);
  const places = placesOf({ chance, trade, home, hasAgency, quality });
  return {
    chance,
    trade,
    places,
    quality,
    vagueness,
    hasForeign: places.some(({ foreign }) => foreign.length > 0),
    hasAgency: places.some(({ agency }) => agency > 0),
  };
}

type Ground = Pick<Firm, "chance" | "trade" | "hasAgency" | "quality"> & { readonly home: string };

function placesOf(ground: Ground): readonly Place[] {
  const { chance, trade, home } = ground;
  const count = chance.weighted([
    [1, 58],
    [2, 22],
    [3, 10],
    [4, 6],
    [6, 3],
    [9, 1],
  ] as const);
  const abroad = weightsIn(trade.countries);
  return Array.from({ length: count }, (_, at) => {
    const country = at === 0 || chance.yes(0.7) ? home : chance.weighted(abroad);
    return placeOf(ground, `s${at + 1}`, country, at === 0 || chance.yes(0.78));
  });
}

function placeOf({ chance, trade, hasAgency, quality }: Ground, id: string, country: string, makes: boolean): Place {
  const [few, many] = makes ? trade.workers : ([5, 120] as const);
  const all = Math.round(few * (many / few) ** (chance.share() * 1.25 - 0.125));
  const part = (is: boolean, most: number) => (is ? Math.round(all * most * chance.share()) : 0);
  const agency = part(makes && hasAgency && chance.yes(0.85), 0.5);
  const contractor = part(chance.yes(0.3), 0.15);
  const trainee = part(makes && chance.yes(country === "CN" || country === "JP" ? 0.35 : 0.15), 0.2);
  const home = part(makes && trade.name === "apparel" && chance.yes(0.06), 0.2);
  const own = Math.max(1, all - agency - contractor - trainee - home);
  const total = own + agency + contractor + trainee + home;
  const usual = sourcedLists.usualMigrantLabour(country) !== undefined;
  const some = chance.yes(usual ? trade.foreign / 100 : 0.07);
  const most = usual ? 0.65 - 0.2 * quality : 0.12;
  const foreign = some ? Math.max(1, Math.round(total * most * chance.share())) : 0;
  return { id, country, makes, own, agency, contractor, trainee, home, foreign: origins(chance, country, foreign) };
}

function origins(chance: Chance, country: string, workers: number): Place["foreign"] {
  if (workers === 0) return [];
  const from = weightsIn(originsOf(country)).filter(([origin]) => origin !== country);
  const counts = new Map<string, number>();
  const groups = Math.min(workers, chance.between(1, 3));
  for (let at = 0; at < groups; at += 1) {
    const origin = chance.weighted(from);
    const share = at === 0 ? workers - Math.floor(workers / groups) * (groups - 1) : Math.floor(workers / groups);
    counts.set(origin, (counts.get(origin) ?? 0) + share);
  }
  // That North Koreans are among them is left to E1, where the population says how often.
  const north = counts.get("KP");
  if (north === undefined) return [...counts];
  counts.delete("KP");
  counts.set("VN", (counts.get("VN") ?? 0) + north);
  return [...counts];
}
