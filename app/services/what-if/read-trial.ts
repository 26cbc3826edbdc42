import type { TeamContext } from "#app/services/context/contexts";
import type { Trial } from "#db/store";
import type { LoadedEdition } from "#scoring/editions/index";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { type ChangeFault, type Changes, changeFaults, realChanges } from "#scoring/trial/changed-rules";
import { type Dial, dialsOf } from "#scoring/trial/dials";
import { type PartRead, readPart } from "./part/read-part";
import type { TrialAsked } from "./trial-asked";

/** A trial that was asked for, with what its organisation has. */
export type TrialRead = {
  readonly ruleSets: readonly LoadedRuleSet[];
  readonly editions: readonly LoadedEdition[];
  /** The rules that it changes; absent where each supplier keeps its own. */
  readonly base?: LoadedRuleSet;
  readonly edition?: LoadedEdition;
  /** The suppliers that it is tried on; absent for all. */
  readonly part?: PartRead;
  readonly dials: readonly Dial[];
  /** As typed, where there is something in the field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly changes: Changes;
  readonly faults: readonly ChangeFault[];
  /** What is tried, where anything is and nothing stands against it. */
  readonly tries?: Pick<Trial, "rules" | "edition" | "changes" | "part">;
};

/** Stands for rules and countries that each supplier keeps. */
export const asRated = "as-rated";

/** Rules that are not there are taken as the newest, so that an address that was handed on shows something. */
export async function readTrial(ctx: TeamContext, asked: TrialAsked): Promise<TrialRead> {
  const org = ctx.organisation.id;
  const [ruleSets, editions, part] = await Promise.all([
    ctx.catalogue.ruleSets(org),
    ctx.catalogue.editions(org),
    readPart(ctx, asked.part),
  ]);
  const newest = ruleSets.at(-1);
  const base = asked.rules === asRated ? undefined : (ruleSets.find(({ id }) => id === asked.rules) ?? newest);
  const edition = editions.find(({ id }) => id === asked.edition);
  const dials = base ? dialsOf(base.definition) : [];
  const typed = Object.fromEntries(
    Object.entries(asked.typed).filter(([id, text]) => text !== "" && dials.some((dial) => dial.id === id)),
  );
  const given = Object.fromEntries(Object.entries(typed).map(([id, text]) => [id, figureIn(text)]));
  const real = base ? realChanges(base, given) : [];
  const changes = Object.fromEntries(real.map(({ id, tried }) => [id, tried]));
  const faults = base ? changeFaults(base, changes) : [];
  const triesRules = base !== undefined && (real.length > 0 || asked.rules !== undefined);
  const isAnything = triesRules || edition !== undefined;
  const tries = { ...(triesRules ? { rules: base.id } : {}), ...idsOf(edition, part), changes };
  return {
    ...{ ruleSets, editions, dials, typed, changes, faults },
    ...(base ? { base } : {}),
    ...(edition ? { edition } : {}),
    ...(part ? { part } : {}),
    ...(isAnything && faults.length === 0 ? { tries } : {}),
  };
}

function idsOf(edition: LoadedEdition | undefined, part: PartRead | undefined) {
  return { ...(edition ? { edition: edition.id } : {}), ...(part ? { part: part.query } : {}) };
}

/** NaN for what is no whole figure, which is then a fault. */
function figureIn(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}
