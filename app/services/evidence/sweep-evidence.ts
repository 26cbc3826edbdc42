import { nothing } from "#app/services/context/inputs";
import { operatorUseCase } from "#app/services/context/use-case";

const day = 86_400_000;

/** Removes the bytes of documents that nobody has attached for a day: removed ones, and uploads that broke off. Says how many. */
export const sweepEvidence = operatorUseCase({
  permission: "program.work",
  input: nothing,
  events: [],
  run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - day);
    return ctx.files.sweep(before, (files) => ctx.store.evidence.used(files));
  },
});
