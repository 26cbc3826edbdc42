import * as z from "zod";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";

/** What the organisation allows of the documents that suppliers attach. */
export const showDocumentRules = teamUseCase({
  permission: "documents.rules",
  input: noInput,
  events: [],
  run: (ctx) => ctx.store.organisations.documentRules(ctx.organisation.id),
});

/** Says whether documents with something dangerous in them are kept apart from now on, or refused. Saying it twice is saying it once. */
export const changeDocumentRules = teamUseCase({
  permission: "documents.rules",
  input: z.object({ dangerous: z.enum(["refuse", "keep-apart"], "not-valid") }),
  events: ["documents.rules-changed"],
  async run(ctx, { dangerous }, event) {
    const org = ctx.organisation.id;
    const rules = { keepsApart: dangerous === "keep-apart" };
    const audit = event("documents.rules-changed", org, rules);
    await ctx.store.organisations.changeDocumentRules({ org, rules, audit });
    return rules;
  },
});
