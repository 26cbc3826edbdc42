import type { z } from "zod";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { SourcedLists } from "#scoring/editions/sourced/sourced-lists";
import { RuleSet } from "./rule-set";
import { RuleWords, wordProblems } from "./rule-words";

/** Versions of a questionnaire, both ends included. */
export type VersionRange = { readonly from: number; readonly to: number };

/** What is known of a rule set beside its rules and words. */
export type AboutRuleSet = {
  /** The questionnaire that the rules were made for. It stands beside the rules because their fingerprint must stay. */
  readonly questionnaire: { readonly id: string; readonly versions: VersionRange };
  /** The lists that it names, where it names some. */
  readonly lists?: SourcedLists;
  /** As recorded at its publication; absent for a draft. */
  readonly fingerprint?: string;
};

/** A rule set that passed every check, with its words. What is compiled from it is kept by this object, never by its id. */
export type LoadedRuleSet = {
  readonly definition: RuleSet;
  readonly id: string;
  readonly title: string;
  /** Versions of the questionnaire `definition.questionnaire` that it rates. */
  readonly versions: VersionRange;
  /** Words by BCP 47 tag, source language first. Each language is complete. */
  readonly words: ReadonlyMap<string, RuleWords>;
  /** The lists that it rates with; absent where those of the country edition count. */
  readonly lists?: SourcedLists;
  /**
   * SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of the definition. Throws for a rule set that is not
   * published.
   */
  readonly fingerprint: string;
};

/** A rule set or its words that cannot be used. `problems` says everything that is wrong, each with its place. */
export class RuleSetError extends Error {
  override readonly name = "RuleSetError";
  constructor(readonly problems: readonly string[]) {
    super(`The rule set cannot be used:\n${problems.join("\n")}`);
  }
}

/**
 * Checks a rule set and its words, built in or uploaded.
 * @param json the rules: a parsed JSON value from anywhere
 * @param wordFiles parsed JSON values from anywhere, one a language, source language first
 * @throws RuleSetError with all problems found, among them every rule without words and every words without a rule
 */
export function loadRuleSet(json: unknown, wordFiles: readonly unknown[], about: AboutRuleSet): LoadedRuleSet {
  const parsed = RuleSet.safeParse(json);
  if (!parsed.success) throw new RuleSetError(parsed.error.issues.map((issue) => described("rules", issue)));
  const definition = parsed.data;
  const problems = [...questionnaireProblems(definition, about), ...listProblems(definition, about)];
  const words = new Map<string, RuleWords>();
  for (const file of wordFiles) {
    const read = RuleWords.safeParse(file);
    if (!read.success) {
      problems.push(...read.error.issues.map((issue) => described("words", issue)));
      continue;
    }
    if (words.has(read.data.language)) problems.push(`words in ${read.data.language}: they are there twice`);
    problems.push(...wordProblems(definition, read.data));
    words.set(read.data.language, read.data);
  }
  if (wordFiles.length === 0) problems.push("words: there are none");
  if (problems.length > 0) throw new RuleSetError(problems);
  return {
    definition,
    id: definition.id,
    title: definition.title,
    versions: about.questionnaire.versions,
    words,
    lists: about.lists,
    get fingerprint() {
      if (about.fingerprint === undefined) throw new Error(`The rule set ${definition.id} is not published`);
      return about.fingerprint;
    },
  };
}

function described(file: string, { path, message }: z.core.$ZodIssue): string {
  return `${[file, ...path].join(".")}: ${message}`;
}

function questionnaireProblems({ questionnaire: id }: RuleSet, { questionnaire }: AboutRuleSet): readonly string[] {
  const { from, to } = questionnaire.versions;
  return [
    ...(questionnaire.id === id
      ? []
      : [`rules.questionnaire: it is ${id}, and the rules were made for ${questionnaire.id}`]),
    ...(from <= to ? [] : [`versions: ${from} to ${to} has none`]),
  ];
}

/** A rule set names its lists, so that its fingerprint says which they are. */
function listProblems({ lists: named }: RuleSet, { lists }: AboutRuleSet): readonly string[] {
  if (named === undefined) return lists === undefined ? [] : ["lists: the rules name none"];
  return Object.entries(named).flatMap(([list, id]) => {
    const found = lists?.[list as keyof typeof named].id;
    return found === id ? [] : [`rules.lists.${list}: it is ${id}, and there is ${found ?? "none"}`];
  });
}

/** Whether a rule set was made for a questionnaire: by its id and version. */
export function isMadeFor({ definition, versions }: LoadedRuleSet, questionnaire: LoadedQuestionnaire): boolean {
  const { id, version } = questionnaire.definition;
  return id === definition.questionnaire && version >= versions.from && version <= versions.to;
}

/** The words in a language, or those of the source language where there are none in it; `language` says which they are. */
export function ruleWordsIn({ words }: LoadedRuleSet, language: string): RuleWords {
  const [source] = words.values();
  const found = words.get(language) ?? source;
  if (found === undefined) throw new Error("A rule set has words in one language at least");
  return found;
}
