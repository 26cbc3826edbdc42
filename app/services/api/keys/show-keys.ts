import { dayMoment, timeMoment } from "#app/i18n/dates/moments";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { apiScopes } from "#terms/api-scopes";
import { keyLimits } from "./make-key";

/** All keys of the organisation, those that open nothing any more too, and what a new one can be given. */
export const showKeys = teamUseCase({
  permission: "api-keys.manage",
  input: noInput,
  events: [],
  async run(ctx) {
    const keys = await ctx.store.apiKeys.list(ctx.organisation.id);
    const now = ctx.clock.now();
    const stateOf = ({ revokedAt, expiresAt }: (typeof keys)[number]) => {
      if (revokedAt) return "revoked" as const;
      return expiresAt <= now ? ("expired" as const) : ("open" as const);
    };
    return {
      keys: keys.map((key) => ({
        ...{ id: key.id, name: key.name, scopes: key.scopes, by: key.by, state: stateOf(key) },
        made: dayMoment(key.createdAt, ctx.language).text,
        expires: dayMoment(key.expiresAt, ctx.language).text,
        used: key.lastUsedAt && timeMoment(key.lastUsedAt, ctx.language).text,
        ended: key.revokedAt && dayMoment(key.revokedAt, ctx.language).text,
      })),
      scopes: apiScopes.filter((scope) => scope !== "north-korea:read" || readsNorthKorea(ctx)),
      mostDays: keyLimits.days,
    };
  },
});
