import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";

/** Removes the bytes of documents that nobody has attached for a day: removed ones, and uploads that broke off. */
export function sweepEvidence(ctx: ServiceContext): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - dayMs);
  return ctx.files.sweep(before, (files) => ctx.store.evidence.used(files));
}
