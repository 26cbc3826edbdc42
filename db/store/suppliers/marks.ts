import type { AuditEvent } from "#db/audit";
import type { Audited, AuditedMany } from "#db/store/audit";

/** What the team calls a group of suppliers. */
export type Tag = { readonly id: string; readonly name: string };

/** What is put on suppliers, or taken off: somebody who looks after them, a tag, or that they are archived. */
export type Mark =
  | { readonly what: "owner"; readonly owner: string | null }
  | { readonly what: "tag"; readonly tag: string; readonly isSet: boolean }
  | { readonly what: "archive"; readonly at: Date; readonly by: string }
  | { readonly what: "restore" };

/** Who looks after suppliers, what the team tagged them with, and which it put aside. */
export interface MarkStore {
  /** By name. */
  tags(org: string): Promise<readonly Tag[]>;
  /** One of the same name is given instead, and no event is kept. `most`: of an organisation. */
  addTag(
    change: { readonly org: string; readonly name: string; readonly most: number } & Audited,
  ): Promise<{ readonly outcome: "added" | "there"; readonly id: string } | { readonly outcome: "full" }>;
  /**
   * Marks these suppliers, all or none; those that are not there are left out. MissingError where the user or the tag is not.
   * `most`: tags of one supplier.
   * @returns how many were changed, and how many have too many tags already
   */
  mark(
    change: {
      readonly org: string;
      readonly ids: readonly string[];
      readonly mark: Mark;
      readonly most: number;
      /** The event of one that is changed. */
      readonly auditOf: (supplier: string) => AuditEvent;
    } & AuditedMany,
  ): Promise<{ readonly changed: number; readonly full: number }>;
  /**
   * Gives one supplier these tags, by their ids, and no others, and who looks after it; what is absent stays. MissingError where
   * the supplier, the user or a tag is not there.
   * @returns what was changed; nothing is kept where that is nothing
   */
  set(change: {
    readonly org: string;
    readonly supplier: string;
    readonly tags?: readonly string[];
    readonly owner?: string | null;
    readonly auditOf: (changed: readonly ("owner" | "tags")[]) => AuditEvent;
  }): Promise<readonly ("owner" | "tags")[]>;
}
