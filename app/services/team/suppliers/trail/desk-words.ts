import { dayMoment } from "#app/i18n/dates/moments";
import type { Action } from "#db/audit";
import { stepName } from "./detail-words";
import type { Sentences } from "./sentences";

type OfDesk = Extract<
  Action,
  `${"action" | "decision" | "review" | "reviews" | "return" | "trial" | "view" | "edition" | "api-key" | "rules"}.${string}`
>;

/** What happens at the risk desk: reviews and decisions, returned questions, corrective actions, other rules and countries, and kept views. */
export const deskSentences: Sentences<OfDesk | "campaign.reminders-changed" | "invitation.reminded"> = {
  "campaign.reminders-changed": ({ to }, { t }) => t(`ratings:event.campaign-reminders-${to}`),
  "invitation.reminded": ({ round }, { t }) => t("ratings:event.invitation-reminded", { round }),
  "action.opened": (_, { t }) => t("ratings:event.action-opened"),
  "action.changed": (_, { t }) => t("ratings:event.action-changed"),
  "action.moved": ({ step }, { t }) => t("ratings:event.action-moved", { step: stepName(step, t) }),
  "action.answered": (_, { t }) => t("ratings:event.action-answered"),
  "action.proven": (_, { t }) => t("ratings:event.action-proven"),
  "action.lapsed": (_, { t }) => t("ratings:event.action-lapsed"),
  "action.reminded": (_, { t }) => t("ratings:event.action-reminded"),
  "api-key.made": ({ name, scopes, until }, { t, language }) =>
    t("ratings:event.api-key-made", {
      name,
      scopes: scopes.join(", "),
      until: dayMoment(new Date(until), language).text,
    }),
  "api-key.revoked": ({ name }, { t }) => t("ratings:event.api-key-revoked", { name }),
  "trial.saved": ({ isShared }, { t }) => t(isShared ? "ratings:event.trial-shared" : "ratings:event.trial-saved"),
  "trial.removed": (_, { t }) => t("ratings:event.trial-removed"),
  "rules.drafted": ({ title }, { t }) => t("rules:event.drafted", { title }),
  "rules.published": ({ title, hash }, { t }) => t("rules:event.published", { title, hash }),
  "rules.withdrawn": ({ title }, { t }) => t("rules:event.withdrawn", { title }),
  "rules.chosen": ({ title }, { t }) => t("rules:event.chosen", { title }),
  "rules.rerating-ordered": ({ title, suppliers: count, back }, { t }) =>
    t(back ? "rules:event.back-ordered" : "rules:event.rerating-ordered", { title, count }),
  "rules.rerating-agreed": ({ title, suppliers: count, back }, { t }) =>
    t(back ? "rules:event.back-agreed" : "rules:event.rerating-agreed", { title, count }),
  "rules.rerating-declined": ({ title, suppliers: count, back }, { t }) =>
    t(back ? "rules:event.back-declined" : "rules:event.rerating-declined", { title, count }),
  "rules.rerated": ({ title, suppliers: count, back }, { t }) =>
    t(back ? "rules:event.taken-back" : "rules:event.rerated", { title, count }),
  "view.saved": ({ isShared }, { t }) => t(isShared ? "ratings:event.view-shared" : "ratings:event.view-saved"),
  "view.removed": (_, { t }) => t("ratings:event.view-removed"),
  "edition.added": ({ title, hash }, { t }) => t("ratings:event.edition-added", { title, hash }),
  "return.listed": ({ question }, { t }) => t("ratings:event.return-listed", { question }),
  "return.unlisted": ({ question }, { t }) => t("ratings:event.return-unlisted", { question }),
  "return.sent": ({ questions: count }, { t }) => t("ratings:event.return-sent", { count }),
  "return.called-back": (_, { t }) => t("ratings:event.return-called-back"),
  "return.accepted": ({ question }, { t }) => t("ratings:event.return-accepted", { question }),
  "decision.made": (_, { t }) => t("ratings:event.decision-made"),
  "decision.asked": (_, { t }) => t("ratings:event.decision-asked"),
  "decision.agreed": (_, { t }) => t("ratings:event.decision-agreed"),
  "decision.declined": (_, { t }) => t("ratings:event.decision-declined"),
  "decision.taken-back": (_, { t }) => t("ratings:event.decision-taken-back"),
  "decision.carried": ({ decisions }, { t }) => t("ratings:event.decision-carried", { count: decisions }),
  "review.assigned": ({ to }, { t }) =>
    t(to === undefined ? "ratings:event.review-unassigned" : "ratings:event.review-assigned"),
  "review.due-changed": ({ due }, { t, language }) =>
    t("ratings:event.review-due-changed", { day: dayMoment(new Date(due), language).text }),
  "review.settled": (_, { t }) => t("ratings:event.review-settled"),
  "review.reopened": (_, { t }) => t("ratings:event.review-reopened"),
  "reviews.rules-changed": ({ second: { length: count }, days }, { t }) =>
    t("ratings:event.reviews-rules-changed", { count, days }),
};
