import type { TeamContext } from "#app/services/context/contexts";
import { hiddenQuestions, readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { OpenHelpMessage } from "#db/store";

/** Messages that are looked through for whoever does not see all of them. */
const mostLooked = 1_000;

/** What nobody answered yet and the reader may see, the oldest first; of one campaign or of all. */
export async function waitingFor(
  ctx: TeamContext,
  { campaign, most }: { readonly campaign: string | undefined; readonly most: number },
): Promise<readonly OpenHelpMessage[]> {
  const org = ctx.organisation.id;
  if (readsNorthKorea(ctx)) return ctx.store.help.open(org, { ...(campaign === undefined ? {} : { campaign }), most });
  const all = await ctx.store.help.open(org, { ...(campaign === undefined ? {} : { campaign }), most: mostLooked });
  const seen: OpenHelpMessage[] = [];
  for (const message of all) if (!(await hiddenQuestions(ctx, message))(message.question)) seen.push(message);
  return seen.slice(0, most);
}

/** Questions with such a message. */
export async function countWaiting(ctx: TeamContext, campaign?: string): Promise<number> {
  if (readsNorthKorea(ctx)) return ctx.store.help.countOpen(ctx.organisation.id, campaign);
  const seen = await waitingFor(ctx, { campaign, most: mostLooked });
  return new Set(seen.map(({ attestation, question }) => `${attestation} ${question}`)).size;
}
