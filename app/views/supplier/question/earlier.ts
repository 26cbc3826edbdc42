import type { PageLine, PageText } from "#app/i18n/page-text";
import type { FrameView } from "#app/views/supplier/frame";

/** What was answered and signed before, beside a question that is open. */
export type OfferView = {
  /** When, and under which reference. */
  readonly said: string;
  readonly lines: readonly PageLine[];
  /** It is only shown, because it is about North Korea. */
  readonly askedAnew?: boolean;
  /** The form that takes it over; absent where it cannot be. */
  readonly use?: {
    readonly action: string;
    readonly mark: string;
    readonly basedOn: number;
    /** Documents of then, each with its day. */
    readonly files: readonly { readonly id: string; readonly label: string }[];
  };
};

/** All that is on offer, by section. */
export type EarlierView = {
  readonly frame: FrameView;
  /** Where the link of another buyer's request is put in; absent for whoever may not. */
  readonly elsewhere?: { readonly text: string; readonly error?: string };
  /** How many can be taken over. */
  readonly lead?: string;
  readonly sections: readonly {
    readonly code: string;
    readonly name: PageText;
    readonly questions: readonly {
      readonly code: string;
      readonly name: PageText;
      readonly href: string;
      /** When it was signed. */
      readonly said: string;
      readonly lines: readonly PageLine[];
      readonly askedAnew: boolean;
    }[];
  }[];
};
