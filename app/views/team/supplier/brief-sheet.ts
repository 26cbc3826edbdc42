import type { PageText } from "#app/i18n/page-text";

/** A line of a list. `value`: what stands at its end; `isBold`: somebody has to act on it. */
export type BriefRow = { readonly text: string; readonly value: string; readonly isBold?: boolean };

/**
 * A list that may be shortened. `all`: how many rows there are; `rest`: says how many are left out, with `{count}` for the figure;
 * `note`: what is said below it in small letters.
 */
export type BriefList = {
  readonly heading: string;
  readonly rows: readonly BriefRow[];
  readonly all: number;
  readonly rest: string;
  readonly note?: string;
};

/** Texts under a heading, none of which is ever left out. */
export type BriefWords = { readonly heading: string; readonly paragraphs: readonly PageText[]; readonly note?: string };

/** The brief of one supplier as it is printed, in English but for what says otherwise. */
export type BriefSheet = {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly organisation: string;
  /** What the paper is, and when it was made. */
  readonly kind: string;
  readonly day: string;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly facts: string;
  readonly band: string;
  /** What the band comes from; the first in bold. */
  readonly verdict: readonly [string, ...string[]];
  /** The score on its scale. `alt` is read out in its place; `zones`: where each band begins, 0 to 100. */
  readonly ruler?: {
    readonly alt: string;
    readonly score: number;
    readonly zones: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  };
  readonly known: BriefList;
  /** How the score comes about; every line of it is needed. */
  readonly sum?: BriefList;
  readonly statuses?: BriefList;
  readonly proof: BriefList;
  readonly next: BriefList;
  readonly doubts: BriefWords;
  readonly words?: BriefWords;
  /** `hash` in hex, and what is read out in place of its seal. */
  readonly seal?: { readonly hash: string; readonly alt: string };
  readonly foot: readonly string[];
  /** Said where a character has no font. */
  readonly substitute: string;
};
