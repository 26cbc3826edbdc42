import type { ServiceContext } from "#app/services/context/contexts";
import type { TrialOrder } from "#app/services/context/resources/threads/rule-trials";
import { editionOf, type TriedBy, triedInput } from "#app/services/what-if/run/try-supplier";
import type { RatedAnswers } from "#db/store";
import { type Outcome, outcomeOf } from "#scoring/outcome";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { realChanges, ruleSetWith } from "#scoring/trial/changed-rules";
import type { Dial } from "#scoring/trial/dials";
import { bands } from "#terms/bands";

/** What moved a supplier most, when each change of a trial is made alone. */
export type Cause =
  | { readonly kind: "dial"; readonly dial: Dial & { readonly tried: number } }
  | { readonly kind: "tier"; readonly country: string; readonly from: string; readonly to: string }
  | { readonly kind: "edition" }
  | { readonly kind: "rules" }
  | { readonly kind: "together" };

type Single = { readonly cause: Cause; readonly outcome: Outcome };

/** Finds what moved suppliers: the rules with each figure changed alone are made once. */
export class Causes {
  readonly #alone = new Map<string, LoadedRuleSet>();

  constructor(
    private readonly ctx: Pick<ServiceContext, "catalogue">,
    private readonly order: TrialOrder,
    private readonly base: LoadedRuleSet | undefined,
  ) {}

  /** @param worse whether its band became worse */
  async of(row: RatedAnswers, worse: boolean): Promise<Cause> {
    const { org } = this.order;
    const [id = "", version = ""] = row.questionnaire.split("@");
    const [questionnaire, ruleSet, edition] = await Promise.all([
      this.ctx.catalogue.questionnaire(org, id, Number(version)),
      this.ctx.catalogue.rules(org, row.ruleSet),
      this.ctx.catalogue.edition(org, row.edition),
    ]);
    if (!questionnaire || !ruleSet || !edition) return { kind: "together" };
    const official = { questionnaire, ruleSet, edition };
    const singles = await this.#singles(row, official);
    const toward = (outcome: Outcome) => (worse ? outcome.score - row.score : row.score - outcome.score);
    const moved = singles.filter(
      ({ outcome }) => outcome.band !== row.band && isWorse(outcome.band, row.band) === worse,
    );
    const among = moved.length > 0 ? moved : singles.filter(({ outcome }) => toward(outcome) > 0);
    const [first, ...rest] = among;
    if (!first) return { kind: "together" };
    return rest.reduce((most, one) => (toward(one.outcome) > toward(most.outcome) ? one : most), first).cause;
  }

  async #singles(row: RatedAnswers, official: TriedBy): Promise<readonly Single[]> {
    const { rules } = this.order;
    const found: Single[] = [];
    const edition = await editionOf(this.ctx, this.order);
    if (edition && edition.id !== official.edition.id) {
      const outcome = outcomeBy(row, { ...official, edition });
      found.push({ cause: tierCause(outcome, official, edition.tierOf) ?? { kind: "edition" }, outcome });
    }
    if (!this.base || !rules || !isMadeFor(this.base, official.questionnaire)) return found;
    if (this.base.id !== official.ruleSet.id)
      found.push({ cause: { kind: "rules" }, outcome: outcomeBy(row, { ...official, ruleSet: this.base }) });
    for (const dial of realChanges(this.base, rules.changes)) {
      const ruleSet = this.#alone.get(dial.id) ?? ruleSetWith(this.base, dial.id, dial.tried);
      this.#alone.set(dial.id, ruleSet);
      found.push({ cause: { kind: "dial", dial }, outcome: outcomeBy(row, { ...official, ruleSet }) });
    }
    return found;
  }
}

function isWorse(band: Outcome["band"], than: Outcome["band"]): boolean {
  return bands.indexOf(band) > bands.indexOf(than);
}

function outcomeBy(row: RatedAnswers, by: TriedBy): Outcome {
  return outcomeOf(triedInput(row, by));
}

/** The first country of its sites, worst first, that has another tier. */
function tierCause(
  { figures }: Outcome,
  { edition }: TriedBy,
  tierOf: (iso2: string) => string | undefined,
): Cause | undefined {
  for (const { country } of figures.inherent.sites) {
    const [from, to] = [edition.tierOf(country) ?? "unranked", tierOf(country) ?? "unranked"];
    if (country !== "" && from !== to) return { kind: "tier", country, from, to };
  }
  return undefined;
}
