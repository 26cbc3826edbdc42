import type { Organisation, User } from "#db/records";
import type { AuditedMany } from "./audit";

/** The organisations that this installation serves. */
export interface OrganisationStore {
  count(): Promise<number>;
  /** Of all of them, for the work of the program itself. */
  ids(): Promise<readonly string[]>;
  get(org: string): Promise<Organisation | undefined>;
  /** First run: organisation and its first administrator. */
  create(change: { organisation: Organisation; admin: User; passwordHash: string } & AuditedMany): Promise<void>;
}
