import type { ServiceContext } from "#app/services/context/contexts";
import { listCampaigns } from "#app/services/team/campaigns/list-campaigns";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
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
  const team = await asPerson(ctx, "admin");
  const { campaigns } = await listCampaigns(team, {});
  const live = campaigns.find(({ state }) => state === "live");
  if (!live) return [];
  const { recipients } = await showCampaign(team, { campaign: live.id, step: "started" });
  const answeredOf = ({ progress }: (typeof recipients)[number]) => progress?.answered ?? 0;
  return shown.flatMap(({ language, tag }) => {
    const atWork = recipients.filter(({ language, state, link }) => language === tag && state === "started" && link);
    const [first] = atWork.sort((one, other) => answeredOf(other) - answeredOf(one));
    return first?.link ? [{ language, tag, link: first.link }] : [];
  });
}
