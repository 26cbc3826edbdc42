import { formInput } from "#app/http/form-input";
import type { TeamContext } from "#app/services/context/contexts";
import type { Fault } from "#app/services/context/faults";
import { liftHold, placeHold } from "#app/services/team/retention/holds";

/** What is wrong with a hold that was to be placed, and what was typed; undefined when it was placed, or another was lifted. */
export async function submitHold(
  ctx: TeamContext,
  form: FormData,
  supplier?: string,
): Promise<{ readonly reason: string; readonly faults: readonly Fault[] } | undefined> {
  if (form.get("intent") === "lift") {
    await liftHold(ctx, { id: String(form.get("hold") ?? "") });
    return undefined;
  }
  const { reason } = formInput(form, placeHold.input);
  const outcome = await placeHold.submit(ctx, { reason, ...(supplier === undefined ? {} : { supplier }) });
  return "faults" in outcome ? { reason: String(reason), faults: outcome.faults } : undefined;
}
