import * as z from "zod";
import { dayMs } from "#app/i18n/dates/days";
import { dayMoment, formatDue, timeMoment } from "#app/i18n/dates/moments";
import { zonedClock, zonedInstant } from "#app/i18n/dates/zones";
import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { teamUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import type { SentReturn } from "#db/store";
import { answeredLines } from "./answers/answered-lines";
import { findSigned, type Signed, seesAllReturned, signedInput } from "./find-signed";
import { returnLimits } from "./limits";
import { inOrder, returnedLines } from "./returned-lines";
import { composeAskedAgain } from "./sending/asked-again-mail";
import { dueTime, markOf } from "./sending/send-returned";
import { contactOf, isAskedOften } from "./sending/whether-returnable";

/** Days that a supplier has, unless whoever sends says otherwise. */
const usualDays = 14;

/**
 * What goes back of an attestation, with the mail as it will be; or what was sent, and what was answered to it, beside what was
 * signed. `name`: whether the mail is shown with the reviewer's name.
 * @throws Problem "not-found" for what is not signed; "record-changed"
 */
export const showReturned = teamUseCase({
  permission: "attestations.return",
  input: signedInput.extend({ name: z.enum(["show", "hide"]).catch("hide").default("hide") }),
  events: ["record.mismatched"],
  async run(ctx, { attestation, name }, event) {
    const org = ctx.organisation.id;
    const signed = await findSigned(ctx, event, attestation);
    const { file } = signed;
    const all = inOrder(signed, await ctx.store.returns.questions(org, attestation));
    const sent = await ctx.store.returns.sent(org, attestation);
    const current = sent.find(({ calledBackAt }) => !calledBackAt);
    const listed = all.filter((one) => one.return === undefined);
    return {
      id: attestation,
      supplier: { id: file.supplier.id, name: file.supplier.name },
      campaign: { id: file.campaign.id, name: file.campaign.name },
      reference: file.attestation.reference,
      signedOn: dayMoment(file.declaration.signedAt, ctx.language),
      signer: file.declaration.name,
      isVoid: file.voided !== undefined,
      ...(file.returned ? { corrects: `/reviews/${file.returned.attestation}/returned` } : {}),
      calledBack: sent.flatMap(({ calledBackAt, reference }) =>
        calledBackAt ? [{ reference, at: timeMoment(calledBackAt, ctx.language) }] : [],
      ),
      sent: current && (await sentView(ctx, event, signed, current)),
      list: current ? undefined : await listView(ctx, signed, listed, name),
    };
  },
});

type Listed = Parameters<typeof returnedLines>[2];

async function listView(ctx: TeamContext, signed: Signed, listed: Listed, name: "show" | "hide") {
  const { file } = signed;
  const { zone } = file.campaign;
  const contact = await contactOf(ctx, signed);
  const { date } = zonedClock(new Date(ctx.clock.now().getTime() + usualDays * dayMs), zone);
  const dueAt = zonedInstant(date, dueTime, zone) ?? ctx.clock.now();
  const reviewer = name === "show" ? { reviewer: ctx.user.name } : {};
  // Whoever cannot send it is shown nothing that depends on all of it.
  const maySend = seesAllReturned(ctx);
  const asked = contact && { contact, questions: listed.length, dueAt, ...reviewer };
  const mail = asked && maySend && listed.length > 0 ? await composeAskedAgain(ctx, signed, asked) : undefined;
  const optedOut = file.invitation.unsubscribedAt !== undefined;
  return {
    ...returnedLines(ctx, signed, listed),
    seen: maySend ? markOf(ctx, listed) : "",
    date,
    zone,
    name,
    reviewer: ctx.user.name,
    isOften: await isAskedOften(ctx, signed),
    rounds: returnLimits.rounds,
    /** Nobody is there to be asked. */
    isAlone: contact === undefined,
    /** Why the link has to be handed over by another way. */
    unmailed: optedOut ? ("opted-out" as const) : (await mailsLeave(ctx)) ? undefined : ("no-mail" as const),
    mail: mail && { to: mail.to, subject: mail.subject, text: mail.text, language: contact?.language ?? "en" },
  };
}

async function sentView(ctx: TeamContext, event: EventMaker<"record.mismatched">, signed: Signed, current: SentReturn) {
  const org = ctx.organisation.id;
  const { file } = signed;
  const { correction, invitation, dueAt, sentAt, startedAt, answeredAt, name = "", showsName, reference } = current;
  const all = inOrder(signed, await ctx.store.returns.questions(org, file.attestation.id));
  const returned = all.filter((one) => one.return === current.id);
  const after = answeredAt ? await findSigned(ctx, event, correction) : undefined;
  const { zone } = file.campaign;
  return {
    ...{ name, showsName, reference, correction },
    at: timeMoment(sentAt, ctx.language),
    due: formatDue(dueAt, zone, languageWithAllTexts(ctx.language)),
    isLate: !answeredAt && dueAt < ctx.clock.now(),
    started: startedAt && timeMoment(startedAt, ctx.language),
    answered: answeredAt && timeMoment(answeredAt, ctx.language),
    signer: after?.file.declaration.name,
    // All answers, or none.
    document:
      after && seesAllReturned(ctx) ? `/suppliers/${file.supplier.id}/attestations/${correction}.json` : undefined,
    invitation: ctx.may("campaigns.links") ? `/campaigns/${file.campaign.id}/invitations/${invitation}` : undefined,
    both: after && (await answeredLines(ctx, { before: signed, after }, returned)),
    asked: after ? undefined : returnedLines(ctx, signed, returned),
  };
}
