import type { InboundMail } from "#db/records";
import { aHash, anId, now } from "./factories";

/** A bounce that came in, about no mail where none is named. */
export function anInboundMail(over: Partial<InboundMail> = {}): InboundMail {
  return {
    ...{ org: "organisation-0", id: anId("inbound"), key: aHash(), way: "file", receivedAt: now, what: "hard" },
    ...{ status: "5.1.1", said: "no such user", from: "mailer-daemon@relay.example", subject: "Returned" },
    ...over,
  };
}
