import type { ServiceContext } from "#app/services/context/contexts";
import type { OpenLink } from "#app/services/supplier/link/link";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { LandingAgainView } from "#app/views/supplier/question/again";
import { askedAgainBy } from "./again-view";

/**
 * What the page of a link says of what is asked again: by its own link which questions, and by that of what was signed that there is
 * a newer one. Why stands behind the link only, because programs that read mails open this page too.
 */
export async function againOnLanding(
  ctx: ServiceContext,
  file: OpenLink,
  words: PageTexts,
): Promise<LandingAgainView | undefined> {
  const { attestation, organisation, returned } = file;
  const buyer = organisation.name;
  if (returned)
    return {
      title: words.t("supplier:again.title", { buyer, count: returned.questions.length }),
      by: await askedAgainBy(ctx, file, returned, words),
      questions: returned.questions.map((code) => ({ code, name: words.say(`${code}.short`) })),
    };
  if (attestation.state !== "submitted") return undefined;
  const sent = await ctx.store.returns.sent(attestation.org, attestation.id);
  const isWaiting = sent.some(({ calledBackAt, answeredAt }) => !calledBackAt && !answeredAt);
  return isWaiting ? { newer: words.t("supplier:again.newer", { buyer }), questions: [] } : undefined;
}
