import { dayMs } from "#app/i18n/dates/days";
import { noInput } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";

/**
 * Removes the bytes of documents that nobody has attached for a day: removed ones, and uploads that broke off. Says how many
 * files went, and how many bytes are on disk and on record then: a disk that holds less has lost documents, and one that holds
 * more than what came within a day holds something that nothing accounts for.
 */
export const sweepEvidence = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  async run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - dayMs);
    const removed = await ctx.files.sweep(before, (files) => ctx.store.evidence.used(files));
    const [bytesOnDisk, { attached, ofLastDay }] = [await ctx.files.bytes(), await ctx.store.evidence.bytes(before)];
    const figures = { removed, bytesOnDisk, bytesOnRecord: attached };
    if (bytesOnDisk < attached) ctx.log.error(figures, "documents are on record that are not on disk");
    else if (bytesOnDisk > attached + ofLastDay)
      ctx.log.warn(figures, "more bytes of documents on disk than on record");
    return figures;
  },
});
