import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { signedInput } from "#app/services/returns/find-signed";
import { MissingError } from "#db/errors";

/**
 * Calls back what was sent and is not answered: its link ends, what was answered by it so far is kept, and the questions stand on
 * the list again. Doing it twice is doing it once.
 * @returns "answered" where the supplier was faster
 * @throws Problem "not-found" where nothing was sent
 */
export const callBackReturned = teamUseCase({
  permission: "attestations.return",
  input: signedInput,
  events: ["return.called-back"],
  async run(ctx, { attestation }, event) {
    const org = ctx.organisation.id;
    const [newest] = await ctx.store.returns.sent(org, attestation);
    if (!newest) throw new Problem("not-found");
    const { id, correction } = newest;
    try {
      const audit = event("return.called-back", attestation, { correction });
      return await ctx.store.returns.callBack({ org, id, at: ctx.clock.now(), audit });
    } catch (error) {
      // Removed meanwhile.
      if (error instanceof MissingError) throw new Problem("not-found");
      throw error;
    }
  },
});
