/** How far the texts of a language are: how many there have to be, and how many of them are how far. */
export type LanguageStateView = {
  /** BCP 47 */
  readonly language: string;
  readonly endonym: string;
  readonly strings: number;
  readonly missing: number;
  readonly stale: number;
  readonly draft: number;
  readonly reviewed: number;
  readonly approved: number;
};

/** A language that a launch may offer. */
export type OfferLineView = LanguageStateView & {
  readonly dir: "ltr" | "rtl";
  /** How many of the contacts that will be written to read it. */
  readonly contacts: number;
  /** Offered whatever is chosen. */
  readonly isFixed: boolean;
  /** Offered unless somebody says otherwise. */
  readonly isUsual: boolean;
  /** Something in it was read by nobody who knows the language. */
  readonly isUnreviewed: boolean;
};
