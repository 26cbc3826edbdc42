import * as z from "zod";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { mostMessages } from "./message-limits";
import { type Taken, takeMessage } from "./take-message";

/**
 * Takes in messages that came to the address from which mails are sent: bounces, complaints and replies. Sent twice, a message is
 * kept once. Each is kept by itself, so that what breaks off is taken up by sending all of them again.
 */
export const receiveMails = teamUseCase({
  permission: "mails.receive",
  input: z.object({
    messages: z.array(z.instanceof(Uint8Array)).readonly(),
    way: z.enum(["file", "api"]),
  }),
  events: ["mail.came-in"],
  async run(ctx, { messages, way }, event) {
    if (messages.length === 0) return fault("files", "messages-none");
    if (messages.length > mostMessages) return fault("files", "messages-many", { most: mostMessages });
    if (messages.some(({ byteLength }) => byteLength === 0)) return fault("files", "message-empty");
    const taken: Taken[] = [];
    for (const message of messages) {
      taken.push(await takeMessage(ctx, { org: ctx.organisation.id, message, way }, event));
    }
    return taken;
  },
});
