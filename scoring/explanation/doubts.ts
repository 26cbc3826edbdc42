import { cellText, rowsOf } from "#scoring/answer-values";
import { type Doubt, type DoubtKind, placementDoubts } from "#scoring/editions/edition-doubts";
import type { LoadedEdition } from "#scoring/editions/load-edition";
import type { Provenance } from "#scoring/editions/schemas";
import type { Flag } from "#scoring/findings/findings";
import type { SiteInherent } from "#scoring/inherent/inherent";
import type { Outcome } from "#scoring/outcome";
import type { InherentPart } from "#terms/inherent-parts";

/**
 * Doubts of the data that each part of the inherent risk was read from, and each question whose red flag looks a list up.
 * T is read from answers alone.
 */
export type DoubtsByPart = Readonly<Record<Exclude<InherentPart, "T">, readonly Doubt[]>> &
  Readonly<Record<string, readonly Doubt[]>>;

/** Doubts about the countries of sites, the lists that goods were looked up in, and the countries workers come from. */
export function doubtsOf({ figures, walk }: Outcome, edition: LoadedEdition): DoubtsByPart {
  const { sites, worst } = figures.inherent;
  const counted = sites.length > 0 ? sites : [worst];
  const origins = rowsOf(walk, "D2", "foreign").map((row) => cellText(row, "nationality") ?? "");
  return {
    C: distinct(counted.flatMap(({ country }) => (country === "" ? [] : placementDoubts(edition, country)))),
    S: distinct(counted.flatMap((site) => goodsDoubts(site, edition))),
    W: distinct(origins.flatMap((country) => (country === "" ? [] : placementDoubts(edition, country)))),
    ...Object.fromEntries(
      figures.findings.flags.filter(readsHosts).map(({ question }) => [question, hostDoubts(edition)]),
    ),
  };
}

/** What a list may have missed, and what was mapped by hand. The places are those in the doubts of the published lists. */
function goodsDoubts({ goods: { reason, item }, country }: SiteInherent, { lists }: LoadedEdition): Doubt[] {
  if (reason === "not-said") return [];
  const { goods, hosts, hsChapters, materials } = lists;
  const byReason: Readonly<Record<string, Doubt[]>> = {
    "uflpa-priority": from(materials, 1, "partial"),
    "host-industry": from(hosts, 6, "judgement"),
    sector: from(hsChapters, 0, "judgement"),
  };
  const isShrimp = reason.startsWith("listed") && item === "shrimp" && country === "TH";
  return [
    ...from(goods, 0, "copy"),
    ...from(goods, 1, "partial"),
    ...(isShrimp ? from(goods, 3, "contested") : []),
    ...(lists.isHost(country) ? [] : from(hosts, 0, "partial")),
    ...(byReason[reason] ?? []),
  ];
}

/** By the condition of the rule, which says that goods are of an industry reported for North Korean labour. */
const readsHosts = ({ rule }: Flag) => rule === "border-host-industry";

function hostDoubts({ lists: { hosts } }: LoadedEdition): Doubt[] {
  return from(hosts, 6, "judgement");
}

function from({ id, doubts }: Provenance, place: number, kind: DoubtKind): Doubt[] {
  const text = doubts[place];
  return text === undefined ? [] : [{ kind, text, source: id }];
}

function distinct(doubts: readonly Doubt[]): readonly Doubt[] {
  return [...new Map(doubts.map((doubt) => [`${doubt.source} ${doubt.text}`, doubt])).values()];
}
