import type { TFunction } from "i18next";
import type { Caller, Permission } from "#app/domain/permissions";
import type { namespaces } from "#app/i18n/texts/namespaces";
import type { Mailer } from "#app/mail/message";
import type { Config } from "#app/product/config.server";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Actor } from "#db/audit";
import type { CalledFrom, Organisation, User } from "#db/records";
import type { Store } from "#db/store";
import type { Backups } from "./resources/backups";
import type { Catalogue } from "./resources/catalogue";
import type { EvidenceFiles } from "./resources/evidence-files";
import type { Jobs } from "./resources/jobs";
import type { SetupSecret } from "./resources/setup-secret";
import type { ListReader } from "./resources/threads/list-reader";
import type { Printer } from "./resources/threads/printer";
import type { RuleTrials } from "./resources/threads/rule-trials";
import type { UploadFiles } from "./resources/upload-files";
import type { VirusScanner } from "./resources/virus-scanner";

/** Links of invitations: derived from a secret, so that they can be shown again and are never stored. */
export type Links = {
  /** The token of one generation of an invitation's link: 256 bits, 43 characters of base64url. */
  tokenFor(invitation: string, generation: number): string;
  /** What makes an address that stops the mails of one invitation, and can do nothing else: 256 bits, 43 characters of base64url. */
  stopProofFor(org: string, invitation: string): string;
  /** Whether it is that, found out in the same time whatever it is. */
  isStopProof(org: string, invitation: string, proof: string): boolean;
  /** The six digits that confirm a signature, from what they are good for: derived, so that they are kept nowhere. */
  signingCode(facts: readonly string[]): string;
  /** Whether these are they, found out in the same time whatever they are. */
  isSigningCode(facts: readonly string[], digits: string): boolean;
  /** What stays of the address of a contact that was erased, so that a list does not bring it back: readable by nobody. */
  erasedKey(org: string, email: string): string;
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

/** Everything that touches the world, so that a test can replace it. It may do nothing by itself: see `CallerContext`. */
export type ServiceContext = {
  readonly store: Store;
  /** Questionnaires, rule sets and country editions of an organisation. */
  readonly catalogue: Catalogue;
  readonly config: Config;
  readonly clock: { now(): Date };
  /** `next`: a new id, 130 random bits. `secret`: a new session value, 256 random bits. */
  readonly ids: { next(): string; secret(): string };
  readonly links: Links;
  readonly passwords: Passwords;
  readonly files: EvidenceFiles;
  /** Undefined where no scanner is set: documents are then kept unscanned, and pages say so. */
  readonly scanner: VirusScanner | undefined;
  readonly setupSecret: SetupSecret;
  readonly jobs: Jobs;
  readonly uploads: UploadFiles;
  /** Undefined where no folder for backups is set. */
  readonly backups: Backups | undefined;
  readonly lists: ListReader;
  readonly printer: Printer;
  readonly trials: RuleTrials;
  /** Undefined where no mail server is set: mails are then kept, and can be read by the team. */
  readonly mailer: Mailer | undefined;
  /** SHA-256 of a text (UTF-8) in hex. */
  readonly sha256: (text: string) => string;
  /** `t` of a language over all namespaces, e.g. `t("ar")("mail:invitation.subject")`. */
  readonly t: (language: string) => TFunction<typeof namespaces>;
  readonly log: Log;
};

/** What a use case is called with: the world, and who calls. Made only by `asVisitor`, `asSystem`, `asUser` and `asSupplier`. */
export type CallerContext = ServiceContext & {
  readonly caller: Caller;
  /** Who the events of this caller name; a visitor's name whoever the link or the form turns out to be. */
  readonly actor: Actor;
  /** Where they call from, for the trail; nothing is kept of it for suppliers and the program itself. */
  readonly from?: CalledFrom;
  /** BCP 47 tag in which words, names and dates are written. */
  readonly language: string;
  /** Throws Problem "not-allowed" unless the caller may do it. */
  require(permission: Permission): void;
  may(permission: Permission): boolean;
};

/** Anybody, with a link, a form or nothing. */
export type VisitorContext = CallerContext & { readonly caller: "visitor" };

/** A signed-in person at work, in one organisation. */
export type TeamContext = CallerContext & {
  readonly user: User;
  readonly organisation: Organisation;
  /** Hash of the session they work in, where they work in one. */
  readonly session?: string;
  readonly hasSecondFactor?: boolean;
  /** Only what an answer says of itself is asked for (HEAD): nothing is taken away, so no file is made and no export noted. */
  readonly isHead?: boolean;
};

/** The program itself, in a job or a command. */
export type SystemContext = CallerContext & { readonly caller: "system" };

/** A supplier at work on one attestation, in a session that was opened for it. */
export type SupplierContext = CallerContext & {
  readonly caller: "supplier" | "colleague" | "signing-colleague" | "approver" | "stand-in";
  readonly session: SupplierSession;
};
