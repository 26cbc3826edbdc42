import type { Language } from "#app/i18n/languages";
import type { PageLine } from "#app/i18n/page-text";

/** What stands round every page of a supplier. */
export type FrameView = {
  /** BCP 47 tag of the language the page is written in; see `chosen`. */
  readonly language: string;
  /** What the person chose, which may be a language that the page is not there in yet. */
  readonly chosen: string;
  /** Title of the page, without the name of the product. */
  readonly title: string;
  readonly buyer: string;
  readonly supplier?: string;
  readonly reference?: string;
  /** On pages of a session: revisions of what is kept, such as `A1.2 B1.7`, or `signed`, for the script of the page. */
  readonly revisions?: string;
  /** `Saved at 14:02 (UTC+8)`. */
  readonly saved?: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** Who answers here, where it is somebody of the buyer or a colleague, and what that means. */
  readonly banner?: string;
  /** That what was signed counts no more: since when, why, and what to do. */
  readonly voided?: VoidedView;
  /** Said once at the top, such as that some texts are in English. */
  readonly notice?: string;
  /** Where to choose another language; absent where the page cannot, or there is no other. */
  readonly languages?:
    | {
        readonly kind: "links";
        /** BCP 47 tags, in the order in which they are shown. */
        readonly offered: readonly string[];
        readonly href: string;
        /** What stands above the page already: its reader may not know the language it is in. */
        readonly atOnce: readonly Pick<Language, "tag" | "endonym" | "dir">[];
      }
    /** `form`: id of the form that keeps the page first; absent for a form of its own that goes to `action`. */
    | {
        readonly kind: "buttons";
        readonly offered: readonly string[];
        readonly form?: string;
        readonly action: string;
        readonly from?: string;
      };
};

/** `reason` in the words of the buyer, as they were typed. */
export type VoidedView = {
  readonly title: string;
  readonly text: string;
  readonly reasonLabel: string;
  readonly reason: string;
  readonly next: string;
};

export type NearbyQuestionView = {
  readonly code: string;
  readonly name: PageLine;
  readonly href: string;
  readonly current: boolean;
};

/** Until when answers are taken, as one sentence of which the day is the part that stands out. */
export type DueView = { readonly before: string; readonly day: string; readonly after: string };
