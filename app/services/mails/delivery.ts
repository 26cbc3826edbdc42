import { MailError, type MailReason } from "#app/domain/mail-error";
import { judgeRefusal, type Verdict } from "#app/mail/judge-refusal";
import type { Mailer } from "#app/mail/message";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { isNotAsked, requireTimely, TooEarlyError } from "#app/services/reminders/reminder-at-sending";
import type { Contact, JobLease, Mail, MailHold } from "#db/records";
import type { Trouble } from "./hold";
import { writeMail } from "./write-mail";

/** Minutes before each further try of a mail that its own recipient's mailbox did not take for now: five days (RFC 5321, 4.5.4.1). */
const waits = [1, 5, 30, 120, 720, 1_440, 1_440, 1_440, 1_440] as const;

/** Why a mail was not taken, and what follows from it. */
type Failure = {
  readonly error: unknown;
  readonly verdict: Verdict;
  readonly isAnswer: boolean;
  readonly retryAt?: Date;
};

type Sending = {
  readonly mailer: Mailer;
  readonly event: EventMaker<"mail.sent" | "mail.failed">;
  readonly lease: JobLease;
  /** How many mails the job has to send. */
  readonly all: number;
  /** How the mail server stood when the job began. */
  readonly hold: MailHold | undefined;
};

/** Mails that ask their contact for something. */
const asking: ReadonlySet<Mail["kind"]> = new Set(["invitation", "reminder", "asked-again", "actions", "actions-due"]);

/** Whether a mail asks its contact to answer: whoever wants no more of those still gets what they ask for themselves. */
function isAsking({ kind }: Pick<Mail, "kind">): boolean {
  return asking.has(kind);
}

/** Whether a mail is for somebody else than the contact, whatever became of the contact: for the buyer, or for a colleague at work. */
function isToSomebodyElse({ kind, colleague }: Pick<Mail, "kind" | "colleague">): boolean {
  return kind === "question" || (colleague !== undefined && kind !== "colleague");
}

/** The mails of one job on their way. */
export class Delivery {
  readonly #kept: Promise<void>[] = [];
  readonly #refused: string[] = [];
  #trouble: Pick<Trouble, "trouble" | "said"> | undefined;
  #isProven = false;

  constructor(
    private readonly ctx: SystemContext,
    private readonly sending: Sending,
  ) {}

  /** Whether the mail server has taken a mail, or refused one for that mail's own sake. */
  get isProven(): boolean {
    return this.#isProven;
  }

  /** Whether no mail leaves, whichever. */
  get isStopped(): boolean {
    return this.#trouble !== undefined;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble && { ...this.#trouble, refused: this.#refused };
  }

  async send(mail: Mail): Promise<void> {
    const failure = await this.#handOver(mail);
    if (failure?.verdict.whose === "server") {
      this.#trouble ??= { trouble: failure.verdict.trouble, said: wordsOf(failure.error) };
      if (failure.verdict.mayBeOne) this.#refused.push(mail.id);
      return;
    }
    if (failure === undefined || failure.isAnswer) await this.#prove();
    const kept = this.#keepAfter([...this.#kept], mail, failure);
    this.#kept.push(kept);
    await kept;
  }

  /** All others go out from now on. */
  async #prove(): Promise<void> {
    if (this.#isProven) return;
    this.#isProven = true;
    const { hold } = this.sending;
    if (hold === undefined || hold.endedAt) return;
    await this.ctx.store.mailHolds.end(this.ctx.clock.now());
    this.ctx.log.info({ since: hold.since, tries: hold.tries }, "mails leave again");
    this.ctx.jobs.wake();
  }

  /** The job ends with the last one, after which none of the others could be kept, nor tried again. */
  async #keepAfter(before: readonly Promise<void>[], mail: Mail, failure?: Failure): Promise<void> {
    const isLast = before.length === this.sending.all - 1;
    const isOver = isLast && (await Promise.allSettled(before)).every(({ status }) => status === "fulfilled");
    await this.#keep(mail, isOver, failure);
  }

  /** Gives a mail to the mail server; returns what went wrong. */
  async #handOver(mail: Mail): Promise<Failure | undefined> {
    try {
      const recipient = await this.ctx.store.invitations.get(mail.org, mail.invitation);
      if (recipient?.contact.erasedAt && !isToSomebodyElse(mail)) {
        const reason: MailReason = "erased";
        throw new MailError({ step: "not-offered", said: reason });
      }
      if (isAsking(mail) && recipient?.invitation.unsubscribedAt) {
        const reason: MailReason = "opted-out";
        throw new MailError({ step: "not-offered", said: reason });
      }
      if (recipient) await this.#requireWorking(mail, recipient.contact);
      if (mail.kind === "reminder" && recipient) await requireTimely(this.ctx, mail, recipient);
      await this.sending.mailer.send(await writeMail(this.ctx, mail));
      return undefined;
    } catch (error) {
      this.ctx.log.warn({ err: error, mail: mail.id, attempts: mail.attempts + 1 }, "mail not taken");
      // What is not of the mail server is a fault of ours, with this mail.
      if (!(error instanceof MailError)) {
        const retryAt = error instanceof TooEarlyError ? error.until : undefined;
        return { error, verdict: { whose: "mail", isFinal: false }, isAnswer: false, retryAt };
      }
      return { error, verdict: this.#judge(mail, error), isAnswer: error.refusal.step !== "not-offered" };
    }
  }

  /** @throws MailError for a mail to an address of which it is known that it does not work, or that its reader wants no more */
  async #requireWorking(mail: Mail, { id }: Pick<Contact, "id">): Promise<void> {
    // Whoever waits for a code has the page open and would see nothing else that is wrong.
    if (isToSomebodyElse(mail) || mail.kind === "code") return;
    const known = await this.ctx.store.inboundMails.stateOf(mail.org, id);
    if (known?.address !== mail.to.toLowerCase()) return;
    const reason: MailReason = known.state === "complained" ? "complained" : "address-fails";
    const isRefused = known.state === "fails" || (known.state === "complained" && isAsking(mail));
    if (isRefused) throw new MailError({ step: "not-offered", said: reason });
  }

  /** Others got through after this one was refused in such words: so it was about this one. */
  #judge({ id }: Mail, { refusal }: MailError): Verdict {
    const verdict = judgeRefusal(refusal);
    const { hold } = this.sending;
    const othersGotThrough = this.#isProven || hold?.endedAt !== undefined;
    if (verdict.whose === "mail" || !verdict.mayBeOne || !othersGotThrough || !hold?.refused.includes(id))
      return verdict;
    const isFinal = verdict.trouble !== "quota" && (refusal.reply ?? 0) >= 500;
    return { whose: "mail", isFinal };
  }

  async #keep({ org, id, attempts, messageId }: Mail, isOver: boolean, failure?: Failure): Promise<void> {
    const { event, lease } = this.sending;
    const at = this.ctx.clock.now();
    const tried = { org, id, attempts, at, job: { lease, isOver } };
    if (failure === undefined) {
      return this.ctx.store.mails.sent({ ...tried, audit: event("mail.sent", id, { messageId }, { at }) });
    }
    const isFinal = failure.verdict.whose === "mail" && failure.verdict.isFinal;
    const wait = isFinal ? undefined : waits[attempts];
    const retryAt = failure.retryAt ?? (wait === undefined ? undefined : new Date(at.getTime() + wait * 60_000));
    const error = wordsOf(failure.error);
    const audit = event("mail.failed", id, { error, attempts: attempts + 1 }, { at });
    return this.ctx.store.mails.failed({ ...tried, error, retryAt, isMoot: isNotAsked(failure.error), audit });
  }
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
