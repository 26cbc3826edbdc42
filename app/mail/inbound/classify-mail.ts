import type { BounceClass, InboundKind } from "#terms/mails/inbound";
import { readComplaint } from "./complaint";
import { type Finding, type InboundMail, type InboundRecipient, limits } from "./inbound-mail";
import { judgeFailure } from "./judge-failure";
import { isAutoReply, tellsOfFailure } from "./mail-signs";
import { addressIn, headerIn, type MessageParts, readParts } from "./message-parts";
import { readStatusReport, type StatusFields, statusIn } from "./status-report";
import { aboveOriginal, findTold, serverWords, type ToldRecipient } from "./told-recipients";

/**
 * Says what a message that came in is, and of which addresses and mails it tells. `message` is the bytes of one message as
 * they came; only the first 400,000 are read. It never throws for what stands in them.
 */
export async function classifyMail(message: Uint8Array): Promise<InboundMail> {
  const parts = await readParts(message);
  const { from, subject } = parts;
  const found = readComplaint(parts) ??
    readReport(parts) ??
    readPlainBounce(parts) ?? { kind: kindOf(parts), recipients: [] };
  return { ...found, from, subject, messageIds: messageIdsOf(parts), text: parts.text.slice(0, limits.text) };
}

function kindOf(parts: MessageParts): InboundKind {
  if (isAutoReply(parts)) return "auto-reply";
  return parts.from || parts.text.trim() ? "reply" : "unreadable";
}

function readReport(parts: MessageParts): Finding | undefined {
  const { statusReport, raw } = parts;
  const above = aboveOriginal(parts.text);
  // A person may quote such lines, so that a text alone is a report only where a program wrote it.
  const texts = [statusReport ?? "", ...(tellsOfFailure(parts, above) ? [above, raw] : [])];
  const fields = texts.map(readStatusReport).find(({ length }) => length > 0);
  if (!fields) return undefined;
  const kind = kindOfActions(fields);
  const told = findTold(above, oursIn(parts));
  return { kind, recipients: fields.map((one) => (kind === "delivered" ? plainly(one) : judged(one, told, above))) };
}

const wentWell = ({ action, status }: StatusFields): boolean =>
  status.startsWith("2") || ["delivered", "relayed", "expanded"].includes(action);

function kindOfActions(fields: readonly StatusFields[]): InboundKind {
  if (fields.every(wentWell)) return "delivered";
  return fields.every((one) => wentWell(one) || one.action === "delayed") ? "delay" : "bounce";
}

const plainly = ({ address, status, diagnostic }: StatusFields): InboundRecipient => ({
  address,
  ...(status ? { status } : {}),
  said: oneLine(diagnostic),
});

function judged(fields: StatusFields, told: readonly ToldRecipient[], above: string): InboundRecipient {
  const own =
    told.length > 1 ? told.find(({ address }) => address === fields.address)?.told : above.slice(0, limits.judged);
  const evidence = { said: fields.diagnostic, told: own ?? "", status: fields.status };
  const plain = plainly(fields);
  if (wentWell(fields)) return plain;
  const isDelayed = fields.action === "delayed";
  return { ...plain, class: stillTried(judgeFailure(evidence), isDelayed), said: plain.said || oneLine(own ?? "") };
}

/** What is still being tried is not dead. */
const stillTried = (judgement: BounceClass, isDelayed: boolean): BounceClass =>
  isDelayed && judgement === "hard" ? "soft" : judgement;

function readPlainBounce(parts: MessageParts): Finding | undefined {
  const above = aboveOriginal(parts.text);
  if (!tellsOfFailure(parts, above)) return undefined;
  const isDelay =
    /warning[^\n]{0,20}only|still being retried|has been delayed|not yet been delivered|will be retried/i.test(above);
  return {
    kind: isDelay ? "delay" : "bounce",
    recipients: recipientsOf(parts, above).map(({ address, told }) => {
      const said = serverWords(told);
      const status = statusIn(said || told);
      const judgement = judgeFailure({ said, told, status });
      return {
        address,
        class: stillTried(judgement, isDelay),
        ...(status ? { status } : {}),
        said: oneLine(said || told),
      };
    }),
  };
}

function recipientsOf(parts: MessageParts, above: string): readonly ToldRecipient[] {
  const told = findTold(above, oursIn(parts));
  if (told.length > 0) return told;
  const named = parts.header("x-failed-recipients") || headerIn(parts.original ?? parts.raw, "to");
  const address = addressIn(named) || parts.from;
  return address ? [{ address, told: above.slice(0, limits.judged) }] : [];
}

/** Addresses that a bounce names and does not mean: who wrote it, and who wrote the mail that came back. */
function oursIn(parts: MessageParts): ReadonlySet<string> {
  const original = parts.original ?? parts.raw;
  return new Set(
    [parts.from, ...["from", "return-path"].map((name) => addressIn(headerIn(original, name)))].filter(Boolean),
  );
}

function messageIdsOf(parts: MessageParts): readonly string[] {
  const idsIn = (text: string) => text.match(/<[^\s<>@]{1,200}@[^\s<>@]{1,200}>/g) ?? [];
  const returned =
    [parts.original ?? "", parts.text, parts.raw].map((one) => headerIn(one, "message-id")).find(Boolean) ?? "";
  const places = [returned, parts.header("in-reply-to"), ...parts.header("references").split(/\s+/).reverse()];
  return [...new Set(places.flatMap((place) => idsIn(place.slice(0, limits.line))))].slice(0, limits.messageIds);
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, limits.said);
