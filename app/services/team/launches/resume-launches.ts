import { nothing } from "#app/services/context/inputs";
import { operatorUseCase } from "#app/services/context/use-case";
import { inviteChosen } from "./invite-chosen";

/** Goes on with every launch that something stopped on the way: the end of the program, or a disk that was full. */
export const resumeLaunches = operatorUseCase({
  permission: "program.work",
  input: nothing,
  events: [],
  async run(ctx) {
    for (const launch of await ctx.store.launches.open()) await inviteChosen(ctx, launch);
  },
});
