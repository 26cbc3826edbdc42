import type { Store } from "#db/store";
import { joiningQueries } from "./accounts/joinings";
import { passwordResetQueries } from "./accounts/password-resets";
import { savedViewQueries } from "./accounts/saved-views";
import { secondFactorQueries } from "./accounts/second-factors";
import { userQueries } from "./accounts/users";
import { actionQueries } from "./actions/actions";
import { answeringTimeQueries } from "./answering-times";
import { apiKeyQueries } from "./api/api-keys";
import { approvalQueries } from "./attestations/asked/approvals";
import { helpQueries } from "./attestations/asked/help-messages";
import { returnQueries } from "./attestations/asked/returns";
import { attestationQueries } from "./attestations/attestations";
import { colleagueQueries } from "./attestations/colleagues";
import { evidenceQueries } from "./attestations/documents/evidence";
import { findingQueries } from "./attestations/findings/findings";
import { ratingQueries } from "./attestations/ratings";
import { auditQueries } from "./audit-events";
import { campaignQueries } from "./campaigns/campaigns";
import { invitationQueries } from "./campaigns/invitations";
import { launchQueries } from "./campaigns/launches";
import { reminderQueries } from "./campaigns/reminders";
import { jobQueries } from "./jobs/jobs";
import { requestCountQueries } from "./limits/request-counts";
import { signInTryQueries } from "./limits/sign-in-tries";
import { inboundMailQueries } from "./mails/inbound-mails";
import { mailHoldQueries } from "./mails/mail-holds";
import { mailQueries } from "./mails/mails";
import { signingCodeQueries } from "./mails/signing-codes";
import { organisationQueries } from "./organisations";
import { personQueries } from "./persons/persons";
import type { QueryContext } from "./query-context";
import { retentionQueries } from "./retention/retention";
import { reviewQueries } from "./reviews/reviews";
import { ownEditionQueries } from "./rules/own-editions";
import { ownRuleQueries } from "./rules/own-rules";
import { ratedAnswerQueries } from "./rules/rated-answers";
import { reratingQueries } from "./rules/reratings";
import { trialQueries } from "./rules/trials";
import { markQueries } from "./suppliers/marks/marks";
import { supplierQueries } from "./suppliers/suppliers";
import { type DatabaseUpkeep, upkeepQueries } from "./upkeep";

/** The store over one database; how it is looked after, that database says itself. */
export function storeOf(
  context: QueryContext,
  { size, ping, close, ...upkeep }: Pick<Store, "size" | "ping" | "close"> & DatabaseUpkeep,
): Store {
  return {
    organisations: organisationQueries(context),
    users: userQueries(context),
    joinings: joiningQueries(context),
    passwordResets: passwordResetQueries(context),
    secondFactors: secondFactorQueries(context),
    apiKeys: apiKeyQueries(context),
    savedViews: savedViewQueries(context),
    persons: personQueries(context),
    suppliers: supplierQueries(context),
    marks: markQueries(context),
    campaigns: campaignQueries(context),
    launches: launchQueries(context),
    invitations: invitationQueries(context),
    reminders: reminderQueries(context),
    attestations: attestationQueries(context),
    colleagues: colleagueQueries(context),
    approvals: approvalQueries(context),
    help: helpQueries(context),
    returns: returnQueries(context),
    evidence: evidenceQueries(context),
    findings: findingQueries(context),
    ratings: ratingQueries(context),
    actions: actionQueries(context),
    ratedAnswers: ratedAnswerQueries(context),
    trials: trialQueries(context),
    ownEditions: ownEditionQueries(context),
    ownRules: ownRuleQueries(context),
    reratings: reratingQueries(context),
    times: answeringTimeQueries(context),
    reviews: reviewQueries(context),
    retention: retentionQueries(context),
    mails: mailQueries(context),
    mailHolds: mailHoldQueries(context),
    inboundMails: inboundMailQueries(context),
    signingCodes: signingCodeQueries(context),
    audit: auditQueries(context),
    jobs: jobQueries(context),
    signInTries: signInTryQueries(context),
    requestCounts: requestCountQueries(context),
    upkeep: upkeepQueries(context, upkeep),
    size,
    ping,
    close,
  };
}
