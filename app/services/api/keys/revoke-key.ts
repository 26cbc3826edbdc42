import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { MissingError } from "#db/errors";

/** Ends a key, from the next request on. Done twice it is done once. */
export const revokeKey = teamUseCase({
  permission: "api-keys.manage",
  input: z.object({ key: recordId }),
  events: ["api-key.revoked"],
  async run(ctx, { key: id }, event) {
    const org = ctx.organisation.id;
    const known = (await ctx.store.apiKeys.list(org)).find((key) => key.id === id);
    const audit = event("api-key.revoked", org, { key: id, name: known?.name ?? "" });
    try {
      await ctx.store.apiKeys.revoke({ org, id, at: ctx.clock.now(), audit });
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
    }
  },
});
