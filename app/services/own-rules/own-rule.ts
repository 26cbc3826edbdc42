import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { OwnRuleLine, OwnRuleState } from "#app/views/team/rules/own-rules";
import type { OwnRuleSet } from "#db/records";
import type { NamedRuleSet } from "#db/store";

/** Whether a draft became something, and is none any more. */
export function isSettled({ publishedAt, withdrawnAt }: Pick<OwnRuleSet, "publishedAt" | "withdrawnAt">): boolean {
  return publishedAt !== undefined || withdrawnAt !== undefined;
}

function stateOf({ publishedAt, withdrawnAt }: OwnRuleSet): OwnRuleState {
  if (publishedAt) return "published";
  return withdrawnAt ? "withdrawn" : "draft";
}

/** @param titles what rule sets are called, by their ids */
export function ownRuleLine(
  { language }: TeamContext,
  rules: NamedRuleSet,
  titles: (id: string) => string,
): OwnRuleLine {
  const { id, title, parent, drafter, draftedAt } = rules;
  const drafted = dayMoment(draftedAt, language).text;
  return { id, title, drafter, drafted, parent: titles(parent), state: stateOf(rules) };
}
