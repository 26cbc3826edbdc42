import { type Finding, limits } from "./inbound-mail";
import { isAutoReply, isPlainComplaint, isUnsubscribe } from "./mail-signs";
import { addressIn, headerIn, type MessageParts } from "./message-parts";

/** A feedback report that was not put into a part of its own. */
const feedbackLines = /^feedback-type: ?[a-z][\s\S]*/im;

/** Reads a feedback report (RFC 5965), what some providers send in its place, or a wish to get no more. */
export function readComplaint(parts: MessageParts): Finding | undefined {
  if (isUnsubscribe(parts) && parts.from) {
    return { kind: "complaint", feedback: "opt-out", recipients: [{ address: parts.from, said: "" }] };
  }
  const { original = "" } = parts;
  const report =
    parts.feedbackReport ?? (isAutoReply(parts) ? feedbackLines.exec(`${parts.text}\n${parts.raw}`)?.[0] : undefined);
  if (report === undefined && !isPlainComplaint(parts)) return undefined;
  const fields = [...(report ?? "").matchAll(/^(?:original-rcpt-to|removal-recipient): ?(.+)$/gim)].map(
    ([, to = ""]) => to,
  );
  const named =
    fields.length > 0 ? fields : [headerIn(original, "x-hmxmroriginalrecipient") || headerIn(original, "to")];
  const addresses = [...new Set(named.map(addressIn).filter(Boolean))].slice(0, limits.recipients);
  return {
    kind: "complaint",
    recipients: addresses.map((address) => ({ address, said: "" })),
    feedback: /^feedback-type: ?([\w-]{1,40})/im.exec(report ?? "")?.[1]?.toLowerCase() ?? "abuse",
  };
}
