import { timeMoment } from "#app/i18n/dates/moments";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { TeamContext } from "#app/services/context/contexts";
import type { ActionPageView } from "#app/views/team/actions/action";
import type { NamedAction } from "#db/store";
import { proofPlace } from "#terms/actions/action-proof";

/** The documents that prove an action, oldest first; what is kept apart has its own page. */
export async function proofFiles(
  ctx: TeamContext,
  { id, org, attestation, supplier }: NamedAction,
): Promise<ActionPageView["files"]> {
  const documents = await ctx.store.evidence.list(org, attestation);
  return documents
    .filter(({ question, removedAt }) => question === proofPlace(id) && removedAt === undefined)
    .map((document) => {
      const { id: key, name, receivedAt } = document;
      const href = `/suppliers/${supplier}/evidence/${key}`;
      return {
        ...{ id: key, name, state: timeMoment(receivedAt, ctx.language).text },
        href: isKeptApart(document) ? `${href}/kept-apart` : href,
      };
    });
}
