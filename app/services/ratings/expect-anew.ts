import * as z from "zod";
import { systemUseCase } from "#app/services/context/use-case";
import { stopSignal } from "#app/services/jobs/job-input";
import { expectationsOf } from "./expectations";

/** Suppliers of one write: whoever saves meanwhile waits for a few of them, and every write has its event. */
const stepSize = 2_000;

/**
 * Works out anew what is expected of suppliers without a rating, where newer rules or countries were published than it was
 * made from. Doing it again changes nothing. Returns of how many.
 */
export const expectAnew = systemUseCase({
  permission: "system.work",
  input: z.object({ signal: stopSignal }),
  events: ["suppliers.expected-anew"],
  async run(ctx, { signal }, event) {
    let done = 0;
    for (const org of await ctx.store.organisations.ids()) {
      const { basis, of } = await expectationsOf(ctx, org);
      for (;;) {
        signal.throwIfAborted();
        const outdated = await ctx.store.suppliers.withOtherBasis(org, { basis, most: stepSize });
        if (outdated.length === 0) break;
        const suppliers = outdated.map((supplier) => ({ supplier, expectation: of(supplier) }));
        const audit = [event("suppliers.expected-anew", org, { suppliers: suppliers.length, basis })];
        await ctx.store.suppliers.expectAnew({ org, suppliers, audit });
        done += suppliers.length;
      }
    }
    return done;
  },
});
