import { dayMoment, timeMoment } from "#app/i18n/dates/moments";
import type { CallerContext } from "#app/services/context/contexts";
import { mailErrorWords } from "#app/services/mails/mail-status";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { Action, Actor, AuditDetails } from "#db/audit";
import { deskSentences } from "./desk-words";
import {
  bandName,
  declineReason,
  fieldNames,
  languageName,
  languageNames,
  mailKindName,
  roleName,
  termsWords,
  type Words,
} from "./detail-words";
import type { Details, MailOf, Sentences, Told } from "./sentences";

/** Everything that can happen. */
const sentences: Sentences<Action> = {
  ...deskSentences,
  "organisation.created": ({ name }, { t }) => t("ratings:event.organisation-created", { name }),
  "user.created": ({ role }, { t }) => t("ratings:event.user-created", { role: roleName(role, t) }),
  "user.signed-in": (_, { t }) => t("ratings:event.user-signed-in"),
  "user.signed-out": (_, { t }) => t("ratings:event.user-signed-out"),
  "user.session-ended": ({ sessions }, { t }) => t(`ratings:event.user-session-ended-${sessions}`),
  "user.invited": ({ role }, { t }) => t("ratings:event.user-invited", { role: roleName(role, t) }),
  "user.invitation-renewed": ({ role }, { t }) =>
    t("ratings:event.user-invitation-renewed", { role: roleName(role, t) }),
  "user.invitation-withdrawn": (_, { t }) => t("ratings:event.user-invitation-withdrawn"),
  "user.role-changed": ({ from, to }, { t }) =>
    t("ratings:event.user-role-changed", { from: roleName(from, t), to: roleName(to, t) }),
  "user.north-korea-given": (_, { t }) => t("ratings:event.user-north-korea-given"),
  "user.north-korea-taken": ({ last }, { t }) =>
    t(last ? "ratings:event.user-north-korea-taken-last" : "ratings:event.user-north-korea-taken"),
  "user.access-ended": (_, { t }) => t("ratings:event.user-access-ended"),
  "user.access-restored": (_, { t }) => t("ratings:event.user-access-restored"),
  "user.password-changed": (_, { t }) => t("ratings:event.user-password-changed"),
  "user.reset-offered": ({ way }, { t }) => t(`ratings:event.user-reset-offered-${way}`),
  "user.password-reset": (_, { t }) => t("ratings:event.user-password-reset"),
  "user.second-factor-set": (_, { t }) => t("ratings:event.user-second-factor-set"),
  "user.second-factor-removed": (_, { t }) => t("ratings:event.user-second-factor-removed"),
  "user.recovery-code-used": (_, { t }) => t("ratings:event.user-recovery-code-used"),
  "user.recovery-codes-renewed": (_, { t }) => t("ratings:event.user-recovery-codes-renewed"),
  "access.roles-changed": ({ roles }, { t }) =>
    roles.length > 0
      ? t("ratings:event.access-roles-changed", { roles: roles.map((role) => roleName(role, t)).join(", ") })
      : t("ratings:event.access-roles-changed-none"),
  "attempt.refused": ({ what, reason }, { t }) =>
    t("ratings:event.attempt-refused", {
      what: t(`ratings:attempt.what.${what}`),
      reason: t(`ratings:attempt.reason.${reason}`),
    }),
  "attempt.counted": ({ attempts: count, since }, { t, language }) =>
    t("ratings:event.attempt-counted", { count, since: timeMoment(new Date(since), language).text }),
  "permission.refused": ({ permission }, { t }) => t("ratings:event.permission-refused", { permission }),
  "data.exported": ({ what }, { t }) => t("ratings:event.data-exported", { what: t(`ratings:exported.${what}`) }),
  "evidence.downloaded": ({ heldFor }, { t }) =>
    t(heldFor === undefined ? "ratings:event.evidence-downloaded" : "ratings:event.evidence-downloaded-apart"),
  "attestation.downloaded": (_, { t }) => t("ratings:event.attestation-downloaded"),
  "link.shown": (_, { t }) => t("ratings:event.link-shown"),
  "link.opened": (_, { t }) => t("ratings:event.link-opened"),
  "person.exported": (_, { t }) => t("ratings:event.person-exported"),
  "person.erased": (_, { t }) => t("ratings:event.person-erased"),
  "attestation.signed-out": (_, { t }) => t("ratings:event.attestation-signed-out"),
  "attestation.stood-in": ({ reason }, { t }) => t("ratings:event.attestation-stood-in", { reason }),
  "documents.rules-changed": ({ keepsApart }, { t }) =>
    t(keepsApart ? "ratings:event.documents-rules-changed-apart" : "ratings:event.documents-rules-changed-refuse"),
  "suppliers.import-confirmed": ({ file }, { t }) => t("ratings:event.suppliers-import-confirmed", { file }),
  "suppliers.imported": (details, { t }) => t("ratings:event.suppliers-imported", details),
  "suppliers.expected-anew": ({ suppliers: count }, { t }) => t("ratings:event.suppliers-expected-anew", { count }),
  "supplier.added": ({ source }, { t }) => t("ratings:event.supplier-added", { source }),
  "supplier.changed": ({ fields }, { t }) => t("ratings:event.supplier-changed", { fields: fieldNames(fields, t) }),
  "supplier.archived": (_, { t }) => t("ratings:event.supplier-archived"),
  "supplier.restored": (_, { t }) => t("ratings:event.supplier-restored"),
  "campaign.created": ({ name }, { t }) => t("ratings:event.campaign-created", { name }),
  "suppliers.marked": ({ what, chosen: count }, { t }) => t(`ratings:event.suppliers-marked-${what}`, { count }),
  "tag.added": ({ name }, { t }) => t("ratings:event.tag-added", { name }),
  "campaign.changed": ({ fields }, { t }) => t("ratings:event.campaign-changed", { fields: fieldNames(fields, t) }),
  "campaign.launched": launchedWords,
  "campaign.invited": ({ invitations: count }, { t }) => t("ratings:event.campaign-invited", { count }),
  "campaign.closed": (_, { t }) => t("ratings:event.campaign-closed"),
  "campaign.results-shared": ({ shares }, { t }) =>
    t(shares ? "ratings:event.campaign-results-shared" : "ratings:event.campaign-results-kept"),
  "invitation.created": (_, { t }) => t("ratings:event.invitation-created"),
  "invitation.resent": ({ mail }, told) => resentWords(mail === undefined ? undefined : told.mailOf(mail), told),
  "invitation.link-replaced": ({ generation }, { t }) => t("ratings:event.invitation-link-replaced", { generation }),
  "invitation.extended": ({ until }, { t, language }) =>
    t("ratings:event.invitation-extended", { until: timeMoment(new Date(until), language).text }),
  "invitation.withdrawn": (_, { t }) => t("ratings:event.invitation-withdrawn"),
  "invitation.unsubscribed": (_, { t }) => t("ratings:event.invitation-unsubscribed"),
  "invitation.declined": ({ reason }, { t }) =>
    t("ratings:event.invitation-declined", { reason: declineReason(reason, t) }),
  "colleague.asked": ({ sections, maySign }, { t }) =>
    t(`ratings:event.colleague-asked${maySign ? ("-to-sign" as const) : ("" as const)}`, {
      sections: sections.join(", "),
    }),
  "colleague.renewed": (_, { t }) => t("ratings:event.colleague-renewed"),
  "colleague.opened": (_, { t }) => t("ratings:event.colleague-opened"),
  "colleague.withdrawn": (_, { t }) => t("ratings:event.colleague-withdrawn"),
  "colleague.returned": (_, { t }) => t("ratings:event.colleague-returned"),
  "help.asked": ({ question }, { t }) => t("ratings:event.help-asked", { question }),
  "help.answered": ({ question }, { t }) => t("ratings:event.help-answered", { question }),
  "approval.asked": (_, { t }) => t("ratings:event.approval-asked"),
  "approval.given": (_, { t }) => t("ratings:event.approval-given"),
  "approval.returned": (_, { t }) => t("ratings:event.approval-returned"),
  "approval.withdrawn": (_, { t }) => t("ratings:event.approval-withdrawn"),
  "attestation.started": ({ language }, { t }) =>
    t("ratings:event.attestation-started", { language: languageName(language) }),
  "attestation.resumed": ({ language }, { t }) =>
    t("ratings:event.attestation-resumed", { language: languageName(language) }),
  "answer.saved": (_, { t, times: count }) => t("ratings:event.answers-saved", { count }),
  "finding.stood-by": (_, { t }) => t("ratings:event.finding-stood-by"),
  "draft.kept": ({ question }, { t }) => t("ratings:event.draft-kept", { question }),
  "evidence.added": ({ question, heldFor }, { t }) =>
    t(heldFor === undefined ? "ratings:event.evidence-added" : "ratings:event.evidence-added-apart", { question }),
  "evidence.released": ({ question }, { t }) => t("ratings:event.evidence-released", { question }),
  "evidence.described": (_, { t }) => t("ratings:event.evidence-described"),
  "evidence.removed": ({ question }, { t }) => t("ratings:event.evidence-removed", { question }),
  "attestation.code-asked": (_, { t }) => t("ratings:event.attestation-code-asked"),
  "attestation.code-wrong": ({ tries }, { t }) => t("ratings:event.attestation-code-wrong", { tries }),
  "attestation.code-confirmed": (_, { t }) => t("ratings:event.attestation-code-confirmed"),
  "attestation.submitted": ({ revision }, { t, tellsAll }) =>
    tellsAll
      ? t("ratings:event.attestation-submitted", { revision })
      : t("ratings:event.attestation-submitted-restricted"),
  "attestation.voided": (_, { t }) => t("ratings:event.attestation-voided"),
  "record.mismatched": ({ what, ...hashes }, { t, tellsAll }) =>
    tellsAll
      ? t(`ratings:event.record-mismatched-${what}`, hashes)
      : t(`ratings:event.record-mismatched-${what}-restricted`),
  "attestation.rated": ratedWords,
  "retention.changed": ({ terms }, { t }) => t("ratings:event.retention-changed", { terms: termsWords(terms, t) }),
  "hold.placed": (_, { t }) => t("ratings:event.hold-placed"),
  "hold.lifted": (_, { t }) => t("ratings:event.hold-lifted"),
  "attestation.removed": ({ ground, hash }, { t, tellsAll }) =>
    tellsAll
      ? t(`ratings:event.attestation-removed-${ground}`, { hash })
      : t(`ratings:event.attestation-removed-${ground}-restricted`),
  "events.removed": ({ events: count, until }, { t, language }) =>
    t("ratings:event.events-removed", { count, until: dayMoment(new Date(until), language).text }),
  "mails.cleared": ({ mails: count, until }, { t, language }) =>
    t("ratings:event.mails-cleared", { count, until: dayMoment(new Date(until), language).text }),
  "mail.queued": ({ kind }, { t }) => t("ratings:event.mail-queued", { kind: mailKindName(kind, t) }),
  "mail.sent": (_, { t, mail }) =>
    mail ? t("ratings:event.mail-sent-of", { kind: mailKindName(mail.kind, t) }) : t("ratings:event.mail-sent"),
  "mail.failed": ({ attempts, error: code }, told) => {
    const { t, mail } = told;
    const error = errorWords(code, told);
    if (!mail) return t("ratings:event.mail-failed", { attempts, error });
    return t("ratings:event.mail-failed-of", { kind: mailKindName(mail.kind, t), attempts, error });
  },
  "mail.came-in": ({ what }, { t }) => t(`ratings:event.mail-came-in-${what}`),
  "address.confirmed": (_, { t }) => t("ratings:event.address-confirmed"),
  "mail.tested": ({ isTaken }, { t }) => t(isTaken ? "ratings:event.mail-tested" : "ratings:event.mail-tested-failed"),
};

function ratedWords({ score, band: code }: Details<"attestation.rated">, { t, byProduct, tellsAll }: Told): string {
  const band = bandName(code, t);
  const rated = byProduct ? "attestation-rated-on-signing" : "attestation-rated";
  return tellsAll
    ? t(`ratings:event.${rated}`, { score: score.toFixed(2), band })
    : t(`ratings:event.${rated}-restricted`, { band });
}

function launchedWords({ invitations: count, ...offer }: Details<"campaign.launched">, { t, language }: Told): string {
  if (offer.offered === undefined) return t("ratings:event.campaign-launched", { count });
  const offered = languageNames(offer.offered, language);
  const unreviewed = languageNames(offer.unreviewed ?? [], language);
  if (unreviewed === "") return t("ratings:event.campaign-launched-offering", { count, offered });
  return t("ratings:event.campaign-launched-unreviewed", { count, offered, unreviewed });
}

/** What happened, in the language of the reader. @param times how often in a row, of answers that were saved */
export function eventWords(
  { t, language, may }: Pick<CallerContext, "t" | "language" | "may">,
  event: AuditDetails & { readonly actor?: Actor; readonly subject?: { readonly id: string } },
  { times = 1, mailOf = () => undefined }: Partial<Pick<Told, "times" | "mailOf">> = {},
): string {
  const byProduct = isByProduct(event);
  return sentenceOf(event.action, event.details, {
    ...{ t: t(language), language, times, byProduct, mailOf },
    mail: event.subject && mailOf(event.subject.id),
    tellsAll: readsNorthKorea({ may }),
  });
}

/** Suppliers sign and Avow rates: the rating is kept in the same write, and so with the one who signed as its actor. */
function isByProduct({ action, actor }: Pick<AuditDetails, "action"> & { readonly actor?: Actor }): boolean {
  return action === "attestation.rated" && (actor?.kind === "supplier" || actor?.kind === "colleague");
}

/** What came of sending again: that it was asked for is not that it was done. */
function resentWords(mail: ReturnType<MailOf>, told: Told): string {
  if (mail === undefined) return told.t("ratings:event.invitation-resent");
  const error = errorWords(mail.lastError ?? "", told);
  return told.t(`ratings:event.invitation-resent-${mail.state}`, { error });
}

/** Within a sentence, which has its own full stop. */
function errorWords(error: string, { t, language }: Told): string {
  return mailErrorWords({ t: () => t, language }, error).replace(/\.$/, "");
}

function sentenceOf<A extends Action>(action: A, details: Details<A>, told: Told): string {
  return sentences[action](details, told);
}

const actors: {
  readonly [K in Actor["kind"]]: (actor: Extract<Actor, { kind: K }>, t: Words) => string;
} = {
  person: ({ name }, t) => t("ratings:page.trail.by", { name }),
  supplier: (_, t) => t("ratings:page.trail.bySupplier"),
  "stand-in": ({ name }, t) => t("ratings:page.trail.byStandIn", { name }),
  colleague: ({ name }, t) => t("ratings:page.trail.by", { name }),
  system: (_, t) => t("ratings:page.trail.bySystem"),
  "api-key": ({ name }, t) => t("ratings:page.trail.byApiKey", { name }),
  webhook: ({ id }, t) => t("ratings:page.trail.byWebhook", { id }),
};

/** Who did it, in the language of the reader. */
export function actorWords(
  { t, language }: Pick<CallerContext, "t" | "language">,
  event: Pick<AuditDetails, "action"> & { readonly actor: Actor },
): string {
  const actor: Actor = isByProduct(event) ? { kind: "system", name: "rating" } : event.actor;
  return actorSentence(actor.kind, actor, t(language));
}

/** Who did something that stands by itself, in the language of the reader. */
export function byWords({ t, language }: Pick<CallerContext, "t" | "language">, actor: Actor): string {
  return actorSentence(actor.kind, actor, t(language));
}

function actorSentence<K extends Actor["kind"]>(kind: K, actor: Extract<Actor, { kind: K }>, t: Words): string {
  return actors[kind](actor, t);
}
