import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { roles } from "#terms/roles";
import { findPerson, hasOtherReader, personInput, unlessLast } from "./find-person";

/** Gives somebody another role, which holds from their next request on. @throws Problem "not-found" */
export const changeRole = teamUseCase({
  permission: "people.write",
  input: personInput.extend({ role: z.enum(roles, "not-valid") }),
  events: ["user.role-changed"],
  async run(ctx, { id, role }, event) {
    const { org, role: before } = await findPerson(ctx, id);
    if (role === before) return undefined;
    const audit = event("user.role-changed", id, { from: before, to: role });
    return unlessLast("role", () => ctx.store.users.changeRole({ org, id, role, audit }));
  },
});

/** A box of a form: absent until it is ticked. */
const ticked = z.literal("yes").optional().catch(undefined);

/**
 * Gives somebody the right to see answers on North Korean labour, or takes it. From the last who has it only where that was
 * said to be meant; an administrator can give it again. Done twice it is done once. @throws Problem "not-found"
 */
export const changeNorthKorea = teamUseCase({
  permission: "people.write",
  input: personInput.extend({ reads: z.enum(["yes", "no"]), evenFromLast: ticked }),
  events: ["user.north-korea-given", "user.north-korea-taken"],
  async run(ctx, { id, reads, evenFromLast }, event) {
    const { org, readsNorthKorea } = await findPerson(ctx, id);
    const wanted = reads === "yes";
    if (wanted === readsNorthKorea) return undefined;
    const last = evenFromLast === "yes" && !(await hasOtherReader(ctx, id));
    const audit = wanted ? event("user.north-korea-given", id, {}) : event("user.north-korea-taken", id, { last });
    const change = { org, id, reads: wanted, evenFromLast: evenFromLast === "yes", audit };
    return unlessLast("reads", () => ctx.store.users.changeNorthKorea(change));
  },
});

/** Ends somebody's access: they are signed out everywhere and cannot sign in. Done twice it is done once. @throws Problem "not-found" */
export const endAccess = teamUseCase({
  permission: "people.write",
  input: personInput.extend({ evenFromLast: ticked }),
  events: ["user.access-ended"],
  async run(ctx, { id, evenFromLast }, event) {
    const { org, disabledAt } = await findPerson(ctx, id);
    if (disabledAt) return undefined;
    const at = ctx.clock.now();
    const audit = event("user.access-ended", id, {});
    return unlessLast("access", () =>
      ctx.store.users.endAccess({ org, id, at, evenFromLast: evenFromLast === "yes", audit }),
    );
  },
});

/** Lets somebody sign in again, with the password and the role that they had. @throws Problem "not-found" */
export const restoreAccess = teamUseCase({
  permission: "people.write",
  input: personInput,
  events: ["user.access-restored"],
  async run(ctx, { id }, event) {
    const { org, disabledAt, erasedAt } = await findPerson(ctx, id);
    if (!disabledAt) return;
    if (erasedAt) throw new Problem("not-found");
    await ctx.store.users.restoreAccess({ org, id, audit: event("user.access-restored", id, {}) });
  },
});
