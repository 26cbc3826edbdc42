import * as z from "zod";
import { endpoint } from "#app/api/endpoint";
import { doneOf } from "#app/api/request/read-input";
import { readBytes } from "#app/services/mailbox/message-limits";
import { receiveMails } from "#app/services/mailbox/receive-mails";

const whats = [
  ...["hard", "full", "blocked", "soft"],
  ...["delay", "delivered", "complaint", "auto-reply", "reply", "unreadable"],
] as const;

const taken = z.strictObject({
  outcome: z.enum(["taken", "known"]).meta({ description: "`known` where it was taken in before" }),
  what: z.enum(whats).meta({ description: "The first four are bounces" }),
  isMatched: z.boolean().meta({ description: "Whether it names a mail that your organisation sent" }),
});

/** Base64 takes four characters for three bytes. */
const mostCharacters = Math.ceil(readBytes / 3) * 4;

/** Messages that came to the address from which mails are sent. */
export const inboundMailEndpoints = [
  endpoint({
    ...{ id: "takeInboundMail", method: "POST", path: "/inbound-mails", scope: "mails:write" },
    summary: "Takes in a bounce, a complaint or a reply. The same sent twice, or taken in on the page, is kept once",
    body: z.strictObject({
      message: z
        .base64("not-valid")
        .min(1, "required")
        .max(mostCharacters, "not-valid")
        .meta({
          description: `The message as it came (RFC 5322), as base64; its first ${readBytes} bytes are enough`,
        }),
    }),
    bodyBytes: mostCharacters + 1_000,
    answer: { kind: "one", schema: taken, isMade: ({ outcome }) => outcome === "taken" },
    async run(ctx, { body }) {
      const message = new Uint8Array(Buffer.from(body.message, "base64"));
      return doneOf(await receiveMails.submit(ctx, { messages: [message], way: "api" }))[0];
    },
  }),
];
