import { limits } from "#app/mail/inbound/inbound-mail";
import { headerIn } from "#app/mail/inbound/message-parts";
import type { ServiceContext } from "#app/services/context/contexts";

/** Line ends differ from way to way, so the same number of bytes is not the same text: far fewer are compared than are read. */
const compared = 100_000;
/** What whoever passes a message on does not change. */
const names = ["message-id", "in-reply-to", "date", "from", "subject"] as const;

/** What is the same of a message whichever way it comes: headers are added on every way, and line ends change. */
export function messageKey({ sha256 }: Pick<ServiceContext, "sha256">, message: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(message.subarray(0, limits.bytes)).replaceAll("\r\n", "\n");
  const end = text.indexOf("\n\n");
  const head = end < 0 ? "" : text.slice(0, Math.min(end, compared));
  const own = names.map((name) => headerIn(head, name).replace(/\s+/g, " ").trim());
  const body = text.slice(Math.max(end, 0)).trim().slice(0, compared);
  return sha256(JSON.stringify([...own, body]));
}
