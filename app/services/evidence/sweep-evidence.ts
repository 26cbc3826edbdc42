import { dayMs } from "#app/i18n/dates/days";
import { noInput } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";

/** Removes the bytes of documents that nobody has attached for a day: removed ones, and uploads that broke off. Says how many. */
export const sweepEvidence = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - dayMs);
    return ctx.files.sweep(before, (files) => ctx.store.evidence.used(files));
  },
});
