import { noInput } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";

/** Has mails that wait for the mail server tried at once: whoever started the program may have mended its settings. */
export const tryMails = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  async run(ctx) {
    await ctx.store.mailHolds.tryAt(ctx.clock.now());
  },
});
