import type { TFunction } from "i18next";
import type { Permission } from "#app/domain/permissions";
import type { namespaces } from "#app/i18n/texts/namespaces";
import type { Config } from "#app/product/config.server";
import type { Actor } from "#db/audit";
import type { Organisation, User } from "#db/records";
import type { Store } from "#db/store";

/** Links of invitations: derived from a secret, so that they can be shown again and are never stored. */
export type Links = {
  /** The token of one generation of an invitation's link: 256 bits, 43 characters of base64url. */
  tokenFor(invitation: string, generation: number): string;
  /** What the database keeps of a token or a session: SHA-256 in hex. */
  hash(token: string): string;
};

export type Passwords = {
  /** argon2id with its parameters, as one string. */
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
};

export type Log = {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
  debug(details: object, message: string): void;
};

/** The bytes of one document, on disk but not kept yet. `head` and `tail` are enough to tell what kind of file it is. */
export type ReceivedFile = {
  /** In hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, at most 4 KiB. */
  readonly head: Uint8Array;
  /** The last bytes, at most 256 KiB. */
  readonly tail: Uint8Array;
  /** Puts it where `open` finds it; resolves when it is safe on disk. */
  keep(): Promise<"kept" | "no-room">;
  drop(): Promise<void>;
};

/** The documents that suppliers attach, found by the SHA-256 of their bytes; the same bytes are kept once. */
export type EvidenceFiles = {
  /** Reads to the end whatever comes, and holds little of it in memory. More than `most` bytes are "too-large". */
  receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile | "too-large" | "no-room">;
  /** Undefined when there is no such file. */
  open(sha256: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Removes what was last received before `before` and is not in use; the number of files removed. */
  sweep(before: Date, used: (files: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>;
};

/** What services are given: everything that touches the world, so that a test can hand in a still one. */
export type ServiceContext = {
  readonly store: Store;
  readonly config: Config;
  readonly clock: { now(): Date };
  /** `next`: a new id, 130 random bits. `secret`: a new session value, 256 random bits. */
  readonly ids: { next(): string; secret(): string };
  readonly links: Links;
  readonly passwords: Passwords;
  readonly files: EvidenceFiles;
  /** SHA-256 of a text (UTF-8) in hex. */
  readonly sha256: (text: string) => string;
  /** `t` of a language over all namespaces, e.g. `t("ar")("mail:invitation.subject")`. */
  readonly t: (language: string) => TFunction<typeof namespaces>;
  readonly log: Log;
};

/** A supplier at work: whoever holds the link or the session of one attestation. */
export type SupplierContext = ServiceContext & { readonly language: string };

/** A signed-in person at work, in one organisation. */
export type TeamContext = ServiceContext & {
  readonly user: User;
  readonly organisation: Organisation;
  readonly actor: Actor;
  readonly language: string;
  /** Throws Problem "not-allowed" unless the person's role allows it. */
  require(permission: Permission): void;
  may(permission: Permission): boolean;
};
