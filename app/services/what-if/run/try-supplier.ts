import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import type { ServiceContext } from "#app/services/context/contexts";
import type { TrialOrder } from "#app/services/context/resources/threads/rule-trials";
import type { RatedAnswers } from "#db/store";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { referenceLists } from "#scoring/editions/index";
import { type LoadedEdition, loadEdition } from "#scoring/editions/load-edition";
import { outcomeOf, type RateInput } from "#scoring/outcome";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { changedRuleSet } from "#scoring/trial/changed-rules";
import type { Standing } from "#scoring/trial/tally";

type WithCatalogue = Pick<ServiceContext, "catalogue">;

/** What a supplier is rated by in a trial. */
export type TriedBy = {
  readonly questionnaire: LoadedQuestionnaire;
  readonly ruleSet: LoadedRuleSet;
  readonly edition: LoadedEdition;
};

/** Finds what a trial rates each supplier by: the objects are made once, for what is compiled of them is kept by them. */
export class TrialVersions {
  readonly #found = new Map<string, Promise<TriedBy | undefined>>();
  #rules: Promise<LoadedRuleSet | undefined> | undefined;
  #edition: Promise<LoadedEdition | undefined> | undefined;

  constructor(
    private readonly ctx: WithCatalogue,
    private readonly order: TrialOrder,
  ) {}

  /** Undefined for a supplier whose questionnaire the rules do not rate, or of which something is not there. */
  of({
    questionnaire,
    ruleSet,
    edition,
  }: Pick<RatedAnswers, "questionnaire" | "ruleSet" | "edition">): Promise<TriedBy | undefined> {
    const key = `${questionnaire} ${ruleSet} ${edition}`;
    const known = this.#found.get(key) ?? this.#find(questionnaire, ruleSet, edition);
    this.#found.set(key, known);
    return known;
  }

  /** The rules of the trial as they are without its changes. */
  async base(): Promise<LoadedRuleSet | undefined> {
    const { org, rules } = this.order;
    return rules && this.ctx.catalogue.rules(org, rules.base);
  }

  async #find(key: string, ruleSetId: string, editionId: string): Promise<TriedBy | undefined> {
    const { org, rules, edition: countries } = this.order;
    const { catalogue } = this.ctx;
    const [id = "", version = ""] = key.split("@");
    this.#rules ??= this.#changed();
    this.#edition ??= editionOf(this.ctx, this.order);
    const [questionnaire, ruleSet, edition] = await Promise.all([
      catalogue.questionnaire(org, id, Number(version)),
      rules === undefined ? catalogue.rules(org, ruleSetId) : this.#rules,
      countries === undefined ? catalogue.edition(org, editionId) : this.#edition,
    ]);
    if (!questionnaire || !ruleSet || !edition || !isMadeFor(ruleSet, questionnaire)) return undefined;
    return { questionnaire, ruleSet, edition };
  }

  async #changed(): Promise<LoadedRuleSet | undefined> {
    const base = await this.base();
    return base && changedRuleSet(base, this.order.rules?.changes ?? {});
  }
}

/** The countries of a trial, where it has some for all. */
export async function editionOf(
  { catalogue }: WithCatalogue,
  { org, edition }: TrialOrder,
): Promise<LoadedEdition | undefined> {
  if (edition === undefined) return undefined;
  return typeof edition === "string" ? catalogue.edition(org, edition) : loadEdition(edition, referenceLists);
}

/**
 * What a supplier would be. Its answers and documents, and what the buyer judged, are read as they were when it was rated, so that
 * rating it by the same rules and countries gives what it has.
 */
export function standingOf(row: RatedAnswers, by: TriedBy): Standing {
  const { score, band } = outcomeOf(triedInput(row, by));
  return { score, band };
}

/** What a supplier is rated from in a trial. */
export function triedInput(row: RatedAnswers, by: TriedBy): RateInput {
  const { ratedAt, regimes, modules, given: { evidence, ...judged } = {} } = row;
  const answers = withEvidence(row, ratedAt, evidence);
  return { ...by, ...judged, answers, regimes, modules, asOf: isoDay(ratedAt), signed: true };
}
