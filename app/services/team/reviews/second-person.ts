import { may } from "#app/domain/permissions";
import type { TeamContext } from "#app/services/context/contexts";
import type { Decision, ReviewRules, User } from "#db/records";
import { floorBandOf } from "#scoring/explanation/floor-bands";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { reviewDays, type SecondPersonChoice, secondPersonChoices } from "#terms/reviews/decisions";

/** What an organisation chose, or what is usual. */
export async function reviewRules(ctx: TeamContext): Promise<ReviewRules> {
  return (await ctx.store.reviews.rules(ctx.organisation.id)) ?? { second: [], days: reviewDays.usual };
}

type Decided = Pick<Decision, "kind" | "verdict" | "question" | "subject">;

/** Whether a decision counts only once a second person agrees: what holds Critical always, the rest as the organisation chose. */
export function needsSecond({ second }: ReviewRules, { definition }: LoadedRuleSet, decided: Decided): boolean {
  const { kind, verdict, question, subject } = decided;
  if (kind === "floor" && floorBandOf(definition, { question, rule: subject }) === "critical") return true;
  const choice = `${kind}-${verdict}`;
  return isChoice(choice) && second.includes(choice);
}

function isChoice(word: string): word is SecondPersonChoice {
  return (secondPersonChoices as readonly string[]).includes(word);
}

/** Whether somebody may decide today, whatever they could before. */
export function mayDecide({ role, disabledAt }: Pick<User, "role" | "disabledAt">): boolean {
  return disabledAt === undefined && may(role, "reviews.decide");
}

/** Everybody who may decide, by name. */
export async function deciders(ctx: TeamContext): Promise<readonly User[]> {
  const people = await ctx.store.users.list(ctx.organisation.id);
  const { compare } = new Intl.Collator(ctx.language);
  return people.filter(mayDecide).sort((one, other) => compare(one.name, other.name));
}
