import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { hiddenActions } from "#app/services/north-korea/hidden-events";
import { hiddenQuestions, readsNorthKorea } from "#app/services/north-korea/north-korea";
import { eventWords } from "#app/services/team/suppliers/trail/event-words";
import type { StoredAuditEvent } from "#db/audit";
import type { Mail } from "#db/records";
import type { MessageOfPerson } from "#db/store/persons";
import { foldSpelling } from "#terms/names";
import { erasedAddress } from "#terms/retention/erased";

/** As whom the record knows somebody: a contact of suppliers, a person of the team, or who signed (by an attestation that they did), or a colleague whom a supplier asked. */
export const personKinds = ["contact", "user", "signer", "colleague"] as const;
export const personInput = z.object({ kind: z.enum(personKinds), id: recordId });
export type PersonAsked = z.output<typeof personInput>;

/** Most that is read of each kind; whoever has more than that is told so. */
const most = 1_000;

/** One thing that the record holds of a person. `at` is ISO 8601, UTC. */
export type PersonLine = { readonly what: string; readonly value: string; readonly at?: string };

/** Everything that the record holds of one person, by kind. */
export type PersonFile = {
  readonly kind: PersonAsked["kind"];
  readonly id: string;
  readonly name?: string;
  /** Nobody gives one on signing. */
  readonly email?: string;
  readonly erasedAt?: Date;
  /** Whether their access has ended, of people of the team. */
  readonly isEnded: boolean;
  /** What an erasure takes away. */
  readonly contacts: readonly PersonLine[];
  readonly account: readonly PersonLine[];
  readonly mails: readonly PersonLine[];
  readonly messages: readonly PersonLine[];
  /** What stays, and how it goes. */
  readonly requests: readonly PersonLine[];
  readonly signed: readonly PersonLine[];
  readonly events: readonly PersonLine[];
  /** Whether there is more of a kind than was read. */
  readonly isCut: boolean;
};

/** @throws Problem "not-found" */
export async function readPerson(ctx: TeamContext, asked: PersonAsked): Promise<PersonFile> {
  const read = { contact: readContact, user: readUser, signer: readSigner, colleague: readColleague }[asked.kind];
  return read(ctx, asked.id);
}

async function readContact(ctx: TeamContext, id: string): Promise<PersonFile> {
  const org = ctx.organisation.id;
  const found = await ctx.store.persons.contact(org, id);
  const one = found.find(({ contact }) => contact.id === id)?.contact;
  if (!one) throw new Problem("not-found");
  const { email, erasedAt } = one;
  const contacts = found.map(({ contact }) => contact.id);
  const requests = await ctx.store.persons.requests(org, { contacts, most });
  // Everybody who was erased has the same in place of an address.
  const mails = email === erasedAddress ? [] : await ctx.store.persons.mailsTo(org, { email, most });
  const messages = await ctx.store.persons.messages(org, { contacts, most });
  const name = found.map(({ contact }) => contact.name).find((known) => known !== undefined);
  const files = await Promise.all(
    requests
      .filter(({ attestation }) => attestation.submittedAt)
      .map(({ attestation }) => ctx.store.attestations.get(org, attestation.id)),
  );
  const signed = files.flatMap((file) => (file?.declaration ? [{ ...file.declaration, file }] : []));
  return {
    ...{ kind: "contact", id, email, isEnded: true, account: [] },
    ...(name === undefined ? {} : { name }),
    ...(erasedAt ? { erasedAt } : {}),
    contacts: found.map(({ contact, supplier }) => ({
      what: `${supplier.name} (${supplier.ref})`,
      value: [contact.name, contact.email, contact.language].filter(Boolean).join(", "),
    })),
    mails: mails.map(mailLine),
    messages: await messageLines(ctx, messages),
    requests: requests.map(({ invitation, campaign, attestation }) => ({
      what: `${campaign}, ${attestation.reference}`,
      value: [invitation.state, invitation.declinedReason, invitation.declinedHint].filter(Boolean).join(", "),
      at: invitation.createdAt.toISOString(),
    })),
    signed: signed.map(({ name: signer, job, signedAt, file }) => ({
      what: file.attestation.reference,
      value: `${signer}, ${job}`,
      at: signedAt.toISOString(),
    })),
    events: [],
    isCut: [requests, mails, messages].some(({ length }) => length === most),
  };
}

/** Somebody is known again by their name as they signed, whatever its case and accents. */
async function readSigner(ctx: TeamContext, id: string): Promise<PersonFile> {
  const org = ctx.organisation.id;
  const name = (await ctx.store.attestations.get(org, id))?.declaration?.name;
  if (name === undefined) throw new Problem("not-found");
  const { signers } = await ctx.store.persons.find(org, { text: name, most });
  const own = signers.filter((signer) => foldSpelling(signer.name) === foldSpelling(name));
  return {
    ...{ kind: "signer", id, name, isEnded: true, contacts: [], account: [], mails: [], messages: [] },
    ...{ requests: [], events: [] },
    signed: own.map(({ name: signer, job, reference, supplier, signedAt }) => ({
      what: `${supplier.name}, ${reference}`,
      value: `${signer}, ${job}`,
      at: signedAt.toISOString(),
    })),
    isCut: signers.length === most,
  };
}

async function readColleague(ctx: TeamContext, id: string): Promise<PersonFile> {
  const org = ctx.organisation.id;
  const found = await ctx.store.persons.colleague(org, id);
  const one = found.find(({ colleague }) => colleague.id === id)?.colleague;
  if (!one) throw new Problem("not-found");
  const { name, email, erasedAt } = one;
  const mails = erasedAt ? [] : await ctx.store.persons.mailsTo(org, { email, most });
  const colleagues = found.map(({ colleague }) => colleague.id);
  const messages = await ctx.store.persons.messages(org, { colleagues, most });
  const trails = await Promise.all(
    colleagues.map((actor) => ctx.store.audit.trail(org, { actor, except: hiddenActions(ctx), most })),
  );
  return {
    ...{ kind: "colleague", id, name, email, isEnded: true, account: [], requests: [], signed: [] },
    ...(erasedAt ? { erasedAt } : {}),
    contacts: found.map(({ colleague, reference, supplier }) => ({
      what: `${supplier.name}, ${reference}`,
      value: [
        colleague.name,
        colleague.email,
        colleague.language,
        colleague.sections.join(" "),
        colleague.note,
        colleague.returnNote ?? "",
      ]
        .filter(Boolean)
        .join(", "),
      at: colleague.askedAt.toISOString(),
    })),
    mails: mails.map(mailLine),
    messages: await messageLines(ctx, messages),
    events: trails.flat().map((event) => eventLine(ctx, event)),
    isCut: [mails, messages, ...trails].some(({ length }) => length === most),
  };
}

function mailLine({ kind, to, state, queuedAt, lastError }: Mail): PersonLine {
  return { what: kind, value: [to, state, lastError].filter(Boolean).join(", "), at: queuedAt.toISOString() };
}

/** But for those about questions that the reader does not see. */
async function messageLines(ctx: TeamContext, messages: readonly MessageOfPerson[]): Promise<readonly PersonLine[]> {
  const lines: PersonLine[] = [];
  for (const message of messages) {
    if (message.tells === true && !readsNorthKorea(ctx)) continue;
    const isHidden = await hiddenQuestions(ctx, { ...message, org: ctx.organisation.id });
    if (!isHidden(message.question)) lines.push(messageLine(message));
  }
  return lines;
}

function messageLine({ supplier, reference, question, text, at }: MessageOfPerson): PersonLine {
  return { what: `${supplier}, ${reference}, ${question}`, value: text, at: at.toISOString() };
}

async function readUser(ctx: TeamContext, id: string): Promise<PersonFile> {
  const org = ctx.organisation.id;
  const found = await ctx.store.users.get(org, id);
  if (!found) throw new Problem("not-found");
  const { name, email, role, readsNorthKorea, createdAt, disabledAt, erasedAt } = found.user;
  const now = ctx.clock.now();
  const sessions = await ctx.store.users.openSessions(org, id, now, new Date(0));
  const messages = await ctx.store.persons.messages(org, { user: id, most });
  const events = await ctx.store.audit.trail(org, { actor: id, except: hiddenActions(ctx), most });
  return {
    ...{ kind: "user", id, name, email, isEnded: disabledAt !== undefined },
    ...(erasedAt ? { erasedAt } : {}),
    contacts: [],
    account: [
      { what: "account", value: `${name}, ${email}, ${role}`, at: createdAt.toISOString() },
      ...(readsNorthKorea
        ? [{ what: "sees answers on North Korean labour", value: "", at: createdAt.toISOString() }]
        : []),
      ...(disabledAt ? [{ what: "access ended", value: "", at: disabledAt.toISOString() }] : []),
      ...sessions.map(({ createdAt: at, address, agent }) => ({
        what: "session",
        value: [address, agent].filter(Boolean).join(", "),
        at: at.toISOString(),
      })),
    ],
    mails: [],
    messages: await messageLines(ctx, messages),
    requests: [],
    signed: [],
    events: events.map((event) => eventLine(ctx, event)),
    isCut: events.length === most || messages.length === most,
  };
}

function eventLine(ctx: TeamContext, event: StoredAuditEvent): PersonLine {
  const { address, agent } = event.from ?? {};
  const value = [eventWords(ctx, event), address, agent].filter(Boolean).join(", ");
  return { what: event.action, value, at: event.at.toISOString() };
}
