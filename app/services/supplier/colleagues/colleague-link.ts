import type { ServiceContext } from "#app/services/context/contexts";
import type { Colleague } from "#db/records";

type Linked = Pick<Colleague, "id" | "generation">;

/** The token of a colleague's link: made like those of suppliers, from a text that none of theirs is made from. */
export function colleagueToken({ links }: Pick<ServiceContext, "links">, { id, generation }: Linked): string {
  return links.tokenFor(`colleague:${id}`, generation);
}

/** The whole address of a colleague's link. */
export function colleagueLink(ctx: Pick<ServiceContext, "links" | "config">, colleague: Linked): string {
  return `${ctx.config.publicOrigin}/s/${colleagueToken(ctx, colleague)}`;
}

/** Nothing that is taken for something else when it is read out. */
const readable = "ACDEFGHJKMNPQRTUVWXY34679";

/**
 * Four characters that whoever asked and their colleague both see, so that one can ask the other whether a mail is real. They say
 * nothing of the link, and open nothing.
 */
export function proofOf(ctx: Pick<ServiceContext, "links" | "sha256">, colleague: Linked): string {
  const hash = ctx.sha256(`shown to both:${colleagueToken(ctx, colleague)}`);
  return [0, 4, 8, 12]
    .map((at) => readable.charAt(Number.parseInt(hash.slice(at, at + 4), 16) % readable.length))
    .join("");
}
