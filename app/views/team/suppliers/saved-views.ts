/** A view of the table that somebody kept under a name. */
export type SavedViewLine = {
  readonly id: string;
  readonly name: string;
  /** The name of the person whose it is. */
  readonly by: string;
  readonly href: string;
  readonly isOwn: boolean;
  readonly isShared: boolean;
  /** Whether it is what the reader sees first. */
  readonly isFirst: boolean;
  /** Whether it is what is looked at. */
  readonly isCurrent: boolean;
};

export type SavedViewsPage = {
  readonly title: string;
  readonly views: readonly SavedViewLine[];
  /** The query that is about to be kept; absent where nobody asked. */
  readonly asked?: string;
  readonly back: string;
};
