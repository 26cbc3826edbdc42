import * as z from "zod";
import { asApiKey } from "#app/services/context/callers";
import type { TeamContext, VisitorContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import type { OpenApiKey } from "#db/records";
import type { ApiScope } from "#terms/api-scopes";
import { keyStart } from "./make-key";
import { scopesAllow } from "./scopes";

/** How old the note of its last use may be: a request must not cost a write. */
const touchMs = 60 * 60_000;

/** What a program may do by its key: `ctx` is its maker's, narrowed to the scopes. */
export type OpenedKey = { readonly id: string; readonly scopes: readonly ApiScope[]; readonly ctx: TeamContext };

/**
 * The context of whoever holds a key: of its maker as they are now, with the scopes of the key and no more; undefined when it
 * opens nothing (unknown, revoked, over, or its maker cannot sign in).
 */
export const openKey = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ key: z.string().max(200) }),
  events: [],
  async run(ctx, { key: value }): Promise<OpenedKey | undefined> {
    if (!value.startsWith(keyStart)) return undefined;
    const now = ctx.clock.now();
    const found = await ctx.store.apiKeys.open(ctx.links.hash(value), now);
    if (!found) return undefined;
    const { key } = found;
    if (now.getTime() - (key.lastUsedAt?.getTime() ?? 0) >= touchMs) await touch(ctx, found);
    const { language, from } = ctx;
    // What it is refused is written down, as for people: see `noteRefusal`.
    const may: TeamContext["may"] = (permission) =>
      permission === "own-session.end" || scopesAllow(key.scopes, permission);
    return { id: key.id, scopes: key.scopes, ctx: asApiKey(ctx, { ...found, language, from, may }) };
  },
});

/** That it is in use cannot be written down: the request is answered all the same. */
async function touch(ctx: VisitorContext, { key: { org, id } }: OpenApiKey): Promise<void> {
  try {
    await ctx.store.apiKeys.touch({ org, id, at: ctx.clock.now() });
  } catch (error) {
    ctx.log.warn({ err: error }, "the use of a key could not be written down");
  }
}
