import * as z from "zod";
import { teamUseCase } from "#app/services/context/use-case";
import { note } from "./note";

/** Writes down that somebody asked for what their role does not allow. Changes nothing else. */
export const noteRefusal = teamUseCase({
  permission: "own-session.end",
  input: z.object({ permission: z.string().max(100) }),
  events: ["permission.refused", "attempt.counted"],
  async run(ctx, { permission }, event) {
    const audit = event("permission.refused", ctx.user.id, { permission });
    await note(ctx, event, { org: ctx.organisation.id, kind: "refused", audit });
  },
});
