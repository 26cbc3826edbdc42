import * as z from "zod";
import { dayMs } from "#app/i18n/dates/days";
import { dayMoment } from "#app/i18n/dates/moments";
import { fault } from "#app/services/context/faults";
import { givenName } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { apiScopes } from "#terms/api-scopes";

/** How long a key lasts at most, in days, and how many an organisation has that open something. */
export const keyLimits = { days: 366, keys: 50 } as const;

/** What every key begins with, so that programs that look for lost secrets know one. */
export const keyStart = "avow_";

/**
 * Makes a key that acts in the name of whoever makes it, and shows it this once: only its fingerprint is kept. The right to see
 * answers on North Korean labour is given on only by somebody who has it.
 */
export const makeKey = teamUseCase({
  permission: "api-keys.manage",
  input: z.object({
    name: givenName,
    days: z.coerce.number("not-valid").int("not-valid").min(1, "not-valid").max(keyLimits.days, "key-too-long"),
    scopes: z.array(z.enum(apiScopes, "not-valid")).min(1, "scope-needed").max(apiScopes.length, "not-valid"),
  }),
  events: ["api-key.made"],
  async run(ctx, { name, days, scopes: wanted }, event) {
    const scopes = apiScopes.filter((scope) => wanted.includes(scope));
    if (scopes.includes("north-korea:read") && !readsNorthKorea(ctx)) return fault("scopes", "scope-not-yours");
    const createdAt = ctx.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * dayMs);
    const secret = `${keyStart}${ctx.ids.secret()}`;
    const key = {
      org: ctx.organisation.id,
      id: ctx.ids.next(),
      name,
      scopes,
      madeBy: ctx.user.id,
      createdAt,
      expiresAt,
    };
    const audit = event("api-key.made", key.org, { key: key.id, name, scopes, until: expiresAt.toISOString() });
    const made = await ctx.store.apiKeys.make({ key, keyHash: ctx.links.hash(secret), most: keyLimits.keys, audit });
    if (made === "full") return fault("name", "keys-full", { most: keyLimits.keys });
    return { name, secret, until: dayMoment(expiresAt, ctx.language).text };
  },
});
