import type { JoiningStore } from "./store/accounts/joinings";
import type { PasswordResetStore } from "./store/accounts/password-resets";
import type { SecondFactorStore } from "./store/accounts/second-factors";
import type { UserStore } from "./store/accounts/users";
import type { ActionStore } from "./store/actions";
import type { ApiKeyStore } from "./store/api/api-keys";
import type { AnsweringTimeStore } from "./store/attestations/answering-times";
import type { ApprovalStore } from "./store/attestations/approvals";
import type { ReturnStore } from "./store/attestations/asked/returns";
import type { AttestationStore } from "./store/attestations/attestations";
import type { ColleagueStore } from "./store/attestations/colleagues";
import type { EvidenceStore } from "./store/attestations/evidence";
import type { FindingStore } from "./store/attestations/findings";
import type { HelpStore } from "./store/attestations/help-messages";
import type { RatingStore } from "./store/attestations/ratings";
import type { SigningCodeStore } from "./store/attestations/signing-codes";
import type { AuditStore } from "./store/audit";
import type { CampaignStore } from "./store/campaigns/campaigns";
import type { InboundMailStore } from "./store/campaigns/inbound-mails";
import type { InvitationStore } from "./store/campaigns/invitations";
import type { LaunchStore } from "./store/campaigns/launches";
import type { MailHoldStore } from "./store/campaigns/mail-holds";
import type { MailStore } from "./store/campaigns/mails";
import type { ReminderStore } from "./store/campaigns/reminders";
import type { JobStore } from "./store/jobs";
import type { RequestCountStore, SignInTryStore } from "./store/limits";
import type { OrganisationStore } from "./store/organisations";
import type { PersonStore } from "./store/persons";
import type { RetentionStore } from "./store/retention";
import type { ReviewStore } from "./store/reviews/reviews";
import type { OwnEditionStore } from "./store/rules/own-editions";
import type { OwnRuleStore } from "./store/rules/own-rules";
import type { RatedAnswerStore } from "./store/rules/rated-answers";
import type { ReratingStore } from "./store/rules/reratings";
import type { TrialStore } from "./store/rules/trials";
import type { MarkStore } from "./store/suppliers/marks";
import type { SavedViewStore } from "./store/suppliers/saved-views";
import type { SupplierStore } from "./store/suppliers/suppliers";
import type { UpkeepStore } from "./store/upkeep";

export type { ActionChange, ActionFilter, NamedAction, NamedEntry, NewEntry } from "./store/actions";
export type { NewApproval } from "./store/attestations/approvals";
export type { KeptAnswer, SentReturn } from "./store/attestations/asked/returns";
export type { NewColleague } from "./store/attestations/colleagues";
export type { EvidenceLimits } from "./store/attestations/evidence";
export type { NamedHelpMessage, NewHelpMessage, OpenHelpMessage } from "./store/attestations/help-messages";
export type { NewRating, RatingSummaries } from "./store/attestations/ratings";
export type { SigningCodeRow } from "./store/attestations/signing-codes";
export type { TrailFilter } from "./store/audit";
export type { Funnel, RecipientFilter } from "./store/campaigns/campaigns";
export type { NamedInboundMail } from "./store/campaigns/inbound-mails";
export type { LinkTarget, RecipientRow } from "./store/campaigns/invitations";
export type { NewRecipient } from "./store/campaigns/launches";
export type { MailTry, NewMail } from "./store/campaigns/mails";
export type { ReminderStep } from "./store/campaigns/reminders";
export type { JobEnd, JobFailure, JobRetry, NewJob } from "./store/jobs";
export type { AttestationClass, DueRemoval, RemovalOutcome } from "./store/retention";
export type { NewDecision, ReviewFilter } from "./store/reviews/reviews";
export type { OwnEdition } from "./store/rules/own-editions";
export type { NamedRuleSet } from "./store/rules/own-rules";
export type { RatedAnswers } from "./store/rules/rated-answers";
export type { MadeStanding, RatedMover, Rerated, ReratingScope } from "./store/rules/reratings";
export type { NamedTrial, Trial } from "./store/rules/trials";
export type { Mark } from "./store/suppliers/marks";
export type { SavedView } from "./store/suppliers/saved-views";
export type { ImportedSupplier } from "./store/suppliers/suppliers";

/**
 * The record. All methods are async. Reading: absence is `undefined` or an empty list. Writing: MissingError when what is
 * named is not there in this organisation or not in the state to be changed, TakenError when something that must be unique
 * is there already, ConflictError for a stale revision, LockedError when an attestation takes no more answers,
 * LastAdministratorError where nobody could let people in any more, StorageError where what it is kept in failed; nothing else
 * is thrown on purpose. Every method that takes `org` sees that organisation only. Every write takes its audit event and keeps
 * both or neither.
 */
export interface Store {
  readonly organisations: OrganisationStore;
  readonly users: UserStore;
  readonly joinings: JoiningStore;
  readonly passwordResets: PasswordResetStore;
  readonly secondFactors: SecondFactorStore;
  readonly apiKeys: ApiKeyStore;
  readonly savedViews: SavedViewStore;
  readonly persons: PersonStore;
  readonly suppliers: SupplierStore;
  readonly marks: MarkStore;
  readonly campaigns: CampaignStore;
  readonly launches: LaunchStore;
  readonly invitations: InvitationStore;
  readonly reminders: ReminderStore;
  readonly attestations: AttestationStore;
  readonly colleagues: ColleagueStore;
  readonly approvals: ApprovalStore;
  readonly help: HelpStore;
  readonly returns: ReturnStore;
  readonly evidence: EvidenceStore;
  readonly findings: FindingStore;
  readonly ratings: RatingStore;
  readonly actions: ActionStore;
  readonly ratedAnswers: RatedAnswerStore;
  readonly trials: TrialStore;
  readonly ownEditions: OwnEditionStore;
  readonly ownRules: OwnRuleStore;
  readonly reratings: ReratingStore;
  readonly times: AnsweringTimeStore;
  readonly reviews: ReviewStore;
  readonly retention: RetentionStore;
  readonly mails: MailStore;
  readonly mailHolds: MailHoldStore;
  readonly inboundMails: InboundMailStore;
  readonly signingCodes: SigningCodeStore;
  readonly audit: AuditStore;
  readonly jobs: JobStore;
  readonly signInTries: SignInTryStore;
  readonly requestCounts: RequestCountStore;
  readonly upkeep: UpkeepStore;
  /** Bytes of the record, and the most that it may have where there is a limit. */
  size(): Promise<{ readonly bytes: number; readonly most?: number }>;
  /** Answers whether a write would succeed now: throws StorageError where not. Writes nothing. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
