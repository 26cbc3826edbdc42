import type { Moment } from "#app/i18n/dates/moments";
import type { PageText } from "#app/i18n/page-text";

/** What a document can be found by: how far it was reviewed, that it is kept apart, and that no program looked into it. */
export const documentStates = [
  "attached",
  "accepted",
  "verified",
  "rejected",
  "expired",
  "apart",
  "unscanned",
] as const;
export type DocumentState = (typeof documentStates)[number];

/** A document at one question of what a supplier signed. */
export type SupplierDocument = {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly isApart: boolean;
  readonly question: string;
  readonly title: PageText;
  /** What its supplier said of it, one fact a line. */
  readonly facts: readonly string[];
  readonly states: readonly DocumentState[];
  /** Of what was signed with it last. */
  readonly reference: string;
  readonly signed: Moment;
  readonly isVoid: boolean;
};

/** All documents of a supplier, or those of one state. */
export type DocumentsView = {
  /** How many there are in any state. */
  readonly all: number;
  readonly lines: readonly SupplierDocument[];
  readonly chosen?: DocumentState;
  readonly allHref: string;
  readonly filters: readonly { readonly state: DocumentState; readonly count: number; readonly href: string }[];
  /** Whether older ones are left out. */
  readonly isCut: boolean;
};
