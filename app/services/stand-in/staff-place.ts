import * as z from "zod";
import type { VisitorContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import { findStaff } from "#app/services/stand-in/stand-in-session";
import type { OpenLink } from "#app/services/supplier/link/link";
import { linkToken } from "#app/services/supplier/link/link-token";

/** Where a person of the team reads what a link of their own organisation leads to; undefined for everybody else. */
export const findStaffPlace = visitorUseCase({
  permission: "links.use",
  input: z.object({ token: linkToken, teamSession: z.string().max(200) }),
  events: [],
  async run(ctx, { token, teamSession }): Promise<string | undefined> {
    const staff = await findStaff(ctx, teamSession);
    const file = staff && (await findLinked(ctx, ctx.links.hash(token)));
    if (!staff || !file || file.organisation.id !== staff.org) return undefined;
    const { campaign, invitation } = file;
    return `/campaigns/${campaign.id}/invitations/${invitation.id}/questionnaire?by-link`;
  },
});

/** What a link is about, the supplier's own or a colleague's, whether or not it still opens anything. */
async function findLinked({ store }: Pick<VisitorContext, "store">, tokenHash: string): Promise<OpenLink | undefined> {
  const target = await store.invitations.byToken(tokenHash);
  if (target) return target.file;
  const colleague = await store.colleagues.byToken(tokenHash);
  return colleague && store.attestations.get(colleague.org, colleague.attestation);
}
