import type { PageText } from "#app/i18n/page-text";

/** A fact of a receipt. `note`: what is said of it in small letters. */
export type SheetFact = { readonly label: string; readonly value: string; readonly note?: string };

/** One text under a heading. `steps`: in order, each with what is typed for it. */
export type SheetSection = {
  readonly heading: string;
  readonly paragraphs: readonly PageText[];
  readonly steps?: readonly { readonly text: string; readonly commands: readonly string[] }[];
};

/** A receipt as it is printed, in words of one language but for those that say otherwise. */
export type ReceiptSheet = {
  /** BCP 47. */
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly title: string;
  readonly heading: string;
  readonly lead: string;
  readonly buyer: string;
  /** When it was signed, in milliseconds since 1970. */
  readonly at: number;
  readonly label: string;
  readonly reference: string;
  readonly seal: string;
  /** SHA-256 in hex. */
  readonly hash: string;
  readonly facts: readonly SheetFact[];
  readonly fingerprint: { readonly label: string; readonly note: string };
  readonly statement: SheetSection;
  readonly sections: readonly SheetSection[];
  /** Said where a character has no font. */
  readonly substitute: string;
  /** Counts the sheets; `{page}` and `{pages}` stand for the figures. */
  readonly sheet: string;
};
