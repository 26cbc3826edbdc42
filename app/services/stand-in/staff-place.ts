import * as z from "zod";
import { visitorUseCase } from "#app/services/context/use-case";
import { findStaff } from "#app/services/stand-in/stand-in-session";
import { linkToken } from "#app/services/supplier/link/link-token";

/** Where a person of the team reads what a link of their own organisation leads to; undefined for everybody else. */
export const findStaffPlace = visitorUseCase({
  permission: "links.use",
  input: z.object({ token: linkToken, teamSession: z.string().max(200) }),
  events: [],
  async run(ctx, { token, teamSession }): Promise<string | undefined> {
    const staff = await findStaff(ctx, teamSession);
    const target = staff && (await ctx.store.invitations.byToken(ctx.links.hash(token)));
    if (!staff || !target || target.file.organisation.id !== staff.org) return undefined;
    const { campaign, invitation } = target.file;
    return `/campaigns/${campaign.id}/invitations/${invitation.id}/questionnaire?by-link`;
  },
});
