import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import { zonedInstant } from "#app/i18n/dates/zones";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { findSigned, type Signed, seesAllReturned, signedInput } from "#app/services/returns/find-signed";
import { returnLimits } from "#app/services/returns/limits";
import { inOrder } from "#app/services/returns/returned-lines";
import { ConflictError, MissingError, TakenError } from "#db/errors";
import type { Contact } from "#db/records";
import type { NamedReturnedQuestion } from "#db/store/attestations/asked/returns";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { newCorrection } from "./new-correction";
import { contactOf, isAskedOften } from "./whether-returnable";

/** The end of the day that is written, by the clock of a campaign. */
export const dueTime = "23:59";

/** How often the next reference is taken by somebody else, before it is no accident. */
const mostTries = 5;

export type SendOutcome =
  | "sent"
  /** It was sent before and not called back: this was done once. */
  | "there"
  /** The list is not what was read. */
  | "changed"
  /** What may stand on the list is not all seen here, so that it cannot be sent. */
  | "hidden"
  | "no-contact"
  | "often";

/**
 * Sends the list of what goes back, once: the supplier gets a link of its own, by which only these questions can be answered, and a
 * mail where mails leave and are wanted. `date` as 2026-12-11, by the clock of the campaign; `seen`: the list as it was read.
 * @throws Problem "not-found" for what is not signed or is void; "record-changed"
 */
export const sendReturned = teamUseCase({
  permission: "attestations.return",
  input: signedInput.extend({ date: z.string().max(20), name: z.enum(["show", "hide"]), seen: z.string().max(100) }),
  events: ["return.sent", "invitation.created", "mail.queued", "record.mismatched"],
  async run(ctx, { attestation, date, name, seen }, event) {
    const signed = await findSigned(ctx, event, attestation);
    const dueAt = zonedInstant(date, dueTime, signed.file.campaign.zone);
    const now = ctx.clock.now();
    if (!dueAt) return fault("date", "not-a-day");
    if (dueAt <= now) return fault("date", "past");
    if (dueAt.getTime() > now.getTime() + returnLimits.days * dayMs)
      return fault("date", "returns-late", { days: returnLimits.days });
    const ready = await readyToSend(ctx, signed, seen);
    if (typeof ready === "string") return ready;
    const { contact, listed } = ready;
    return sendList(ctx, event, signed, { contact, listed, dueAt, showsName: name === "show" });
  },
});

type Sending = {
  readonly contact: Contact;
  readonly listed: readonly NamedReturnedQuestion[];
  readonly dueAt: Date;
  readonly showsName: boolean;
};

async function sendList(
  ctx: TeamContext,
  event: EventMaker<"return.sent" | "invitation.created" | "mail.queued">,
  signed: Signed,
  { listed, ...asked }: Sending,
): Promise<SendOutcome> {
  const isMailed = !signed.file.invitation.unsubscribedAt && (await mailsLeave(ctx));
  const returned = listed.map(({ question }) => question);
  for (let tries = 1; ; tries += 1) {
    const number = await ctx.store.campaigns.nextReference();
    const made = await newCorrection(ctx, signed, { ...asked, returned, isMailed, number });
    const { correction, invitation, mail } = made;
    const told = { correction: correction.id, questions: listed.length, until: asked.dueAt.toISOString() };
    try {
      const outcome = await ctx.store.returns.send({
        ...{ org: ctx.organisation.id, ...made },
        questions: listed.map(({ question, comment }) => ({ question, comment })),
        audit: [
          event("return.sent", made.returned.attestation, { ...told, showsName: asked.showsName, isMailed }),
          event("invitation.created", invitation.id, { campaign: invitation.campaign }),
          ...(mail ? [event("mail.queued", mail.id, { kind: mail.kind })] : []),
        ],
      });
      ctx.jobs.wake();
      return outcome;
    } catch (error) {
      if (!(error instanceof TakenError && tries < mostTries)) return outcomeOf(error);
    }
  }
}

function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof ConflictError) return "changed";
  // Void, or removed meanwhile.
  if (error instanceof MissingError) throw new Problem("not-found");
  throw error;
}

/** Names a list, so that nobody sends another one than they read. */
export function markOf(ctx: Pick<TeamContext, "sha256">, listed: readonly NamedReturnedQuestion[]): string {
  return ctx.sha256(canonicalJson(listed.map(({ question, comment }) => [question, comment])));
}

async function readyToSend(ctx: TeamContext, signed: Signed, seen: string) {
  if (!seesAllReturned(ctx)) return "hidden" as const;
  const org = ctx.organisation.id;
  const { id } = signed.file.attestation;
  if ((await ctx.store.returns.sent(org, id)).some(({ calledBackAt }) => !calledBackAt)) return "there" as const;
  const all = inOrder(signed, await ctx.store.returns.questions(org, id));
  const listed = all.filter((one) => one.return === undefined);
  if (listed.length === 0 || markOf(ctx, listed) !== seen) return "changed" as const;

  if (await isAskedOften(ctx, signed)) return "often" as const;
  const contact = await contactOf(ctx, signed);
  return contact ? { contact, listed } : ("no-contact" as const);
}
