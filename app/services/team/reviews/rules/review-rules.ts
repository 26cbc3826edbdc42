import * as z from "zod";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { reviewRules } from "#app/services/team/reviews/second-person";
import { reviewDays, secondPersonChoices } from "#terms/reviews/decisions";

/** Which decisions need a second person, and how long a review may take. */
export const showReviewRules = teamUseCase({
  permission: "reviews.read",
  input: noInput,
  events: [],
  run: async (ctx) => ({ ...(await reviewRules(ctx)), mayChange: ctx.may("reviews.rules") }),
});

/** Chooses them. What was asked for before goes on waiting; what is signed from now on is due by the new number of days. */
export const changeReviewRules = teamUseCase({
  permission: "reviews.rules",
  input: z.object({
    second: z.array(z.enum(secondPersonChoices)).max(secondPersonChoices.length),
    days: z.coerce.number("not-days").int("not-days").min(1, "not-days").max(reviewDays.most, "not-days"),
  }),
  events: ["reviews.rules-changed"],
  async run(ctx, { second: chosen, days }, event) {
    const org = ctx.organisation.id;
    const second = secondPersonChoices.filter((one) => chosen.includes(one));
    const rules = { second, days };
    await ctx.store.reviews.changeRules({ org, rules, audit: event("reviews.rules-changed", org, rules) });
  },
});
