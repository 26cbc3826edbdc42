import * as z from "zod";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { roles } from "#terms/roles";

/** Which roles must have a second factor. Who lacks it is led to set it up before they can do anything else. */
export const changeSecondFactorRoles = teamUseCase({
  permission: "people.write",
  input: z.object({ roles: z.array(z.enum(roles, "not-valid")) }),
  events: ["access.roles-changed"],
  async run(ctx, input, event) {
    const org = ctx.organisation.id;
    const wanted = roles.filter((role) => input.roles.includes(role));
    const before = await ctx.store.secondFactors.roles(org);
    if (wanted.join() === before.join()) return undefined;
    // Whoever says so shows that it can be done, and does not lock themselves out of the page they are on.
    if (wanted.includes(ctx.user.role) && !before.includes(ctx.user.role) && !ctx.hasSecondFactor) {
      return fault("roles", "own-second-factor-first");
    }
    const audit = event("access.roles-changed", org, { roles: wanted });
    await ctx.store.secondFactors.changeRoles({ org, roles: wanted, audit });
    return undefined;
  },
});
