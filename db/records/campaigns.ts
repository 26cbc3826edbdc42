import type { Actor } from "#db/audit";
import type { MailState } from "#db/records/mails";
import type { ReminderSchedule } from "#terms/mail/schedule";

export type CampaignState = "draft" | "live" | "closed";

export type Campaign = {
  readonly org: string;
  readonly id: string;
  readonly name: string;
  readonly questionnaire: string;
  readonly version: number;
  /** Empty: all regimes. */
  readonly regimes: readonly string[];
  readonly modules: readonly string[];
  readonly ruleSet: string;
  readonly edition: string;
  readonly dueAt: Date;
  /** IANA zone in which the due date is meant and printed. */
  readonly zone: string;
  /** Why the buyer asks, in the buyer's words, by language; English is always there. */
  readonly reason: Readonly<Record<string, string>>;
  /** BCP 47 tags of the languages that its suppliers may choose and read, set by the launch; absent: all that there are. */
  readonly offered?: readonly string[];
  /** Whether a supplier may see what its signed answers came to; absent: it may not. */
  readonly sharesResults?: boolean;
  /** When its suppliers are reminded; absent: never. */
  readonly schedule?: ReminderSchedule;
  readonly state: CampaignState;
  readonly createdAt: Date;
  readonly launchedAt?: Date;
  readonly closedAt?: Date;
};

/** How far a launch is. Whoever is asked in the campaign, can be written to and has no invitation yet is still to be invited. */
export type Launch = {
  readonly org: string;
  readonly campaign: string;
  /** Who launched it: the invitations are theirs, whenever they are made. */
  readonly actor: Actor;
  /** How many were to be invited when it began. */
  readonly invitations: number;
  /** Until when the links work. */
  readonly expiresAt: Date;
  /** Absent while it goes on. */
  readonly endedAt?: Date;
};

export type InvitationState = "invited" | "declined" | "withdrawn";

export type Invitation = {
  readonly org: string;
  readonly id: string;
  readonly campaign: string;
  readonly supplier: string;
  readonly contact: string;
  /** Counts links: each new link is a new generation, and only the newest works. */
  readonly generation: number;
  readonly state: InvitationState;
  /** After this instant the link is expired; the campaign's due date is not the end of the link. */
  readonly expiresAt: Date;
  /** 0 where it invites to the campaign; counts up where the supplier is asked again about what it signed. */
  readonly correction: number;
  readonly unsubscribedAt?: Date;
  /** The code of why they declined, and whom they named instead, as typed; of older ones only the event says it. */
  readonly declinedReason?: string;
  readonly declinedHint?: string;
  readonly createdAt: Date;
};

/** An invitation whose supplier may be reminded. */
export type DueReminder = {
  readonly org: string;
  readonly invitation: string;
  readonly supplier: string;
  /** ISO 3166-1 alpha-2, of the supplier. */
  readonly country: string;
  /** When one was to look at it. */
  readonly remindAt: Date;
  /** How many reminders it had. */
  readonly sent: number;
  /** Whether an answer is still waited for: invited, not signed, and by a contact and a supplier who are still there. */
  readonly isAsked: boolean;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly contact: { readonly email: string; readonly language: string };
  /** The newest mail; `at`: when it left, else since when it waits. */
  readonly lastMail?: { readonly at: Date; readonly state: MailState };
};

/** `replaced`: a newer link exists. `revoked`: withdrawn by the buyer. */
export type LinkState = "active" | "replaced" | "revoked";
