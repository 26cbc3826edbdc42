import type { DocumentRules, Organisation, User } from "#db/records";
import type { Audited, AuditedMany } from "./audit";

/** The organisations that this installation serves. */
export interface OrganisationStore {
  count(): Promise<number>;
  /** Of all of them, for the work of the program itself. */
  ids(): Promise<readonly string[]>;
  get(org: string): Promise<Organisation | undefined>;
  /** Where nothing was chosen, nothing dangerous is taken. */
  documentRules(org: string): Promise<DocumentRules>;
  /** @returns whether it changed: not where it stands so already */
  changeDocumentRules(change: { org: string; rules: DocumentRules } & Audited): Promise<boolean>;
  /** First run: organisation and its first administrator. */
  create(change: { organisation: Organisation; admin: User; passwordHash: string } & AuditedMany): Promise<void>;
}
