import type { RetentionClass } from "#terms/retention/retention-classes";
import type { Role } from "#terms/roles";

export type Organisation = { readonly id: string; readonly name: string; readonly createdAt: Date };

export type User = {
  readonly org: string;
  readonly id: string;
  /** Lower case, unique in the whole installation: it is the login. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Whether they see what suppliers say of North Korean labour, and what gives it away. */
  readonly readsNorthKorea: boolean;
  readonly createdAt: Date;
  readonly disabledAt?: Date;
  /** When their name and address were taken away. */
  readonly erasedAt?: Date;
};

export type TeamSession = {
  readonly user: User;
  readonly organisation: Organisation;
  readonly expiresAt: Date;
  /** When it was last used, as far as that was written down. */
  readonly lastSeenAt: Date;
  readonly hasSecondFactor: boolean;
  /** Whether the organisation says that this role must have one. */
  readonly needsSecondFactor: boolean;
};

/** Where somebody called from: the network address and what their program calls itself. Absent where it is not known. */
export type CalledFrom = { readonly address?: string; readonly agent?: string };

/** A session of a person as it is listed. `id` is the hash of its value, from which the value cannot be made. */
export type OpenSession = CalledFrom & {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
};

/** An invitation to join the team. Only the newest link of it works, until it is used, withdrawn or expired. */
export type Joining = {
  readonly org: string;
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly generation: number;
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Used or withdrawn. */
  readonly endedAt?: Date;
};

/** Who made a link by which a password can be chosen anew. */
export type ResetWay = "mail" | "administrator" | "operator";

export type PasswordReset = {
  readonly org: string;
  readonly id: string;
  readonly user: string;
  readonly way: ResetWay;
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt?: Date;
};

/** Codes of an authenticator. `generation` of the secret, which is derived; `isOn` once a code of it was shown. */
export type SecondFactor = {
  readonly generation: number;
  readonly isOn: boolean;
  readonly setAt?: Date;
  readonly codesLeft: number;
};

/** What is bounded together in the trail: `stranger` before anybody signed in, `refused` to people of the team. */
export type AttemptKind = "stranger" | "refused";

/** Attempts that a span of time had beyond those with an event each. */
export type UnlistedAttempts = { readonly kind: AttemptKind; readonly window: Date; readonly attempts: number };

/** What an organisation allows of documents: `keepsApart`: those with something dangerous in them are taken, and not opened. */
export type DocumentRules = { readonly keepsApart: boolean };

/** Months that each class is kept, counted from its last event; a class that is absent is kept without an end. */
export type RetentionTerms = Readonly<Partial<Record<RetentionClass, number>>>;

export type RemovalSubject = "attestation" | "events";

/** Why something was removed: `term`, it was kept as long as it should be; `request`, somebody of the organisation asked. */
export type RemovalGround = "term" | "request";
