import type { Audited } from "#db/store/audit";

/** A view of the suppliers table under a name. */
export type SavedView = {
  readonly org: string;
  readonly id: string;
  /** The user whose it is. */
  readonly owner: string;
  readonly name: string;
  /** What of the table's address it keeps, without the question mark. Whoever opens it reads it as any address. */
  readonly query: string;
  readonly isShared: boolean;
  /** Whether it is what its owner sees first: of the views of one person at most one. */
  readonly isFirst: boolean;
  readonly savedAt: Date;
};

/** With the name of the user whose it is. */
export type NamedView = SavedView & { readonly by: string };

/** Views that people keep. */
export interface SavedViewStore {
  /** Those of a person and those that others share: their own first, by name. At most so many. */
  list(org: string, asked: { readonly user: string; readonly most: number }): Promise<readonly NamedView[]>;
  /** What a person sees first. */
  first(org: string, user: string): Promise<SavedView | undefined>;
  /**
   * Keeps one, or changes the one that has its id and is its owner's. `most`: of one owner.
   * @returns "full" where they have so many; MissingError for somebody else's
   */
  save(change: { readonly view: SavedView; readonly most: number } & Audited): Promise<"saved" | "full">;
  /** MissingError for somebody else's. */
  remove(change: { readonly org: string; readonly id: string; readonly owner: string } & Audited): Promise<void>;
}
