import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { stoppingStates } from "#terms/mails/inbound";

/** What is known of the address of a contact, in the reader's words; undefined where nothing speaks against it. */
export async function addressView(ctx: TeamContext, contact: string) {
  const known = await ctx.store.inboundMails.stateOf(ctx.organisation.id, contact);
  if (!known) return undefined;
  const { state, said, status, since } = known;
  return {
    ...{ state, status },
    said: said === "" ? undefined : said,
    since: dayMoment(since, ctx.language).text,
    stops: stoppingStates.includes(state),
  };
}
