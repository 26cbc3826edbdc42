import type { ServiceContext } from "#app/services/context/contexts";
import { readCampaign } from "#app/services/team/campaigns/read-campaign";
import { asPerson } from "./people";

const shown = [
  { language: "English", tag: "en" },
  { language: "Arabic", tag: "ar" },
  { language: "Chinese", tag: "zh-Hans" },
] as const;

/** One supplier's link for each language whose texts are all there, best one with answers that can be continued. */
export async function demoLinks(
  ctx: ServiceContext,
): Promise<readonly { readonly language: string; readonly tag: string; readonly link: string }[]> {
  const team = await asPerson(ctx, "buyer");
  const campaigns = await ctx.store.campaigns.list(team.organisation.id);
  const live = campaigns.find(({ state }) => state === "live");
  if (!live) return [];
  const { recipients } = await readCampaign(team, live.id, { step: "started", page: 1 });
  return shown.flatMap(({ language, tag }) => {
    const open = recipients.filter(
      ({ contact, invitation, attestation, link }) =>
        contact.language === tag && invitation.state === "invited" && attestation.state === "open" && link,
    );
    const [first] = open.sort((one, other) => other.answered - one.answered);
    return first?.link ? [{ language, tag, link: first.link }] : [];
  });
}
