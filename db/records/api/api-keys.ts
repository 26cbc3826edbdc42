import type { Organisation, User } from "#db/records/organisations";
import type { ApiScope } from "#terms/api-scopes";

/** By what a program of an organisation gets in. The key itself is kept nowhere. */
export type ApiKey = {
  readonly org: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  /** The user in whose name it acts. */
  readonly madeBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
};

/** A key that opens something, with whoever made it as they are now. */
export type OpenApiKey = {
  readonly key: ApiKey;
  readonly user: User;
  readonly organisation: Organisation;
  readonly hasSecondFactor: boolean;
  readonly needsSecondFactor: boolean;
};
