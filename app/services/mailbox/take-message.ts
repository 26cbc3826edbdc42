import type { MailReason } from "#app/domain/mail-error";
import { classifyMail } from "#app/mail/inbound/classify-mail";
import type { InboundMail as ReadMail } from "#app/mail/inbound/inbound-mail";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { Contact, Mail } from "#db/records";
import type { AddressState, InboundWay, InboundWhat } from "#terms/mails/inbound";
import { cleanLine } from "#terms/texts/typed-text";
import { messageKey } from "./message-key";
import { isPlainKind } from "./plain-kinds";

const longest = { said: 300, from: 320, subject: 300 };

/** What became of a message: `known` where it was taken in before. */
export type Taken = {
  readonly outcome: "taken" | "known";
  readonly what: InboundWhat;
  /** Whether it is about a mail of the organisation. */
  readonly isMatched: boolean;
};

type Message = { readonly org: string; readonly message: Uint8Array; readonly way: InboundWay };
type Told = { readonly what: InboundWhat; readonly status?: string; readonly said: string };

/**
 * Takes in one message, whichever way it came. It changes something only where it names a Message-ID of a mail that this
 * organisation sent: a bounce then says why that mail failed, and what is known of its address. A Message-ID is known to nobody
 * but those who have the mail.
 */
export async function takeMessage(
  ctx: ServiceContext,
  { org, message, way }: Message,
  event: EventMaker<"mail.came-in">,
): Promise<Taken> {
  const read = await classifyMail(message);
  const mail = await ctx.store.inboundMails.mailOf(org, read.messageIds);
  const contact = mail && (await ctx.store.invitations.get(org, mail.invitation))?.contact;
  const told = toldOf(read, mail);
  const about = mail?.invitation;
  const isKept = await ctx.store.inboundMails.take({
    message: {
      ...{ org, id: ctx.ids.next(), key: messageKey(ctx, message), way, receivedAt: ctx.clock.now() },
      ...told,
      from: shortened(read.from, longest.from),
      subject: shortened(read.subject, longest.subject),
      ...(mail ? { mail: mail.id, invitation: mail.invitation } : {}),
    },
    ...(mail && read.kind === "bounce" ? { failed: failureOf(told) } : {}),
    ...(mail && contact ? stateOf(told.what, mail, contact) : {}),
    audit:
      about === undefined
        ? event("mail.came-in", org, { what: told.what })
        : event("mail.came-in", about, { what: told.what }, { about: "invitation" }),
  });
  return { outcome: isKept ? "taken" : "known", what: told.what, isMatched: mail !== undefined };
}

function toldOf({ kind, recipients }: ReadMail, mail: Mail | undefined): Told {
  const own = recipients.find(({ address }) => address === mail?.to.toLowerCase());
  const one = own ?? (recipients.length === 1 || !mail ? recipients[0] : undefined);
  // Where a mail was passed on, the address that does not work is another than the one that it was sent to.
  const told = mail && !own && one?.class === "hard" ? ({ ...one, class: "soft" } as const) : one;
  const what = kind === "bounce" ? (told?.class ?? "soft") : kind;
  // Servers repeat addresses in what they say; who they are of is known only where the mail is.
  const said = mail && isPlainKind(mail.kind) ? shortened(told?.said ?? "", longest.said) : "";
  return { what, said, ...(told?.status ? { status: told.status } : {}) };
}

function failureOf({ said, status }: Told): string {
  const reason: MailReason = "came-back";
  return said || status || reason;
}

const states: Partial<Readonly<Record<InboundWhat, AddressState>>> = {
  hard: "fails",
  complaint: "complained",
  full: "full",
  blocked: "blocked",
  soft: "soft",
};

/** What it tells of the contact: nothing where the mail went to somebody else, or to an address that the contact has no more. */
function stateOf(what: InboundWhat, { to }: Mail, { id, email, erasedAt }: Contact) {
  const state = states[what];
  const address = email.toLowerCase();
  if (state === undefined || erasedAt || address !== to.toLowerCase()) return {};
  return { state: { contact: id, address, state } };
}

/** A character of two halves is not cut between them. */
const shortened = (text: string, most: number): string => [...cleanLine(text)].slice(0, most).join("");
