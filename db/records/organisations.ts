import type { Role } from "#terms/roles";

export type Organisation = { readonly id: string; readonly name: string; readonly createdAt: Date };

export type User = {
  readonly org: string;
  readonly id: string;
  /** Lower case, unique in the whole installation: it is the login. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly disabledAt?: Date;
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
