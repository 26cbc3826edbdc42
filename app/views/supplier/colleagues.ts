import type { Language } from "#app/i18n/languages";
import type { PageText } from "#app/i18n/page-text";
import type { DueView, FrameView } from "./frame";

type SectionName = { readonly code: string; readonly name: PageText };

/** A section that somebody can be asked about: how far it is, and how long it takes, where that is known. */
export type AskableSection = SectionName & { readonly note: string; readonly time?: string; readonly on: boolean };

/** Somebody who was asked. */
export type AskedColleagueView = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly maySign: boolean;
  readonly sections: readonly SectionName[];
  /** How much of what they were asked is answered, by whomever. */
  readonly progress: string;
  /** Since when they have it, when they opened it, or when it was taken back. */
  readonly since: string;
  /** What both see, so that one can ask the other whether a mail is real. */
  readonly proof: string;
  /** Whether it can be taken back, or sent anew. */
  readonly isAsked: boolean;
  /** Whether their link opens nothing any more. */
  readonly isOver: boolean;
  /** What they wrote when they gave it back. */
  readonly wrote?: string;
  /** Their link, where no mail takes it to them. */
  readonly link?: string;
  /** The address that was typed for a new link, and is none. */
  readonly typed?: string;
};

/** A mail as it arrives, but for its link. `language`: BCP 47 tag of what its reader reads. */
export type AskedMailView = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  /** What is sent with it, as it was typed. */
  readonly fields: readonly (readonly [name: string, value: string])[];
};

export type ColleaguesView = {
  readonly frame: FrameView;
  readonly supplier: string;
  readonly isMailed: boolean;
  /** The mail that is shown before it is sent, in the place of the form. */
  readonly mail?: AskedMailView;
  readonly isFull: boolean;
  readonly notSaved: boolean;
  readonly errors: readonly ("section" | "name" | "email" | "asker" | "note")[];
  readonly limits: { readonly name: number; readonly email: number; readonly note: number };
  readonly most: number;
  /** How many were asked when the page was made. */
  readonly seen: number;
  readonly sections: {
    /** Those with something open that nobody else has. */
    readonly open: readonly AskableSection[];
    readonly more: readonly AskableSection[];
  };
  readonly values: {
    readonly name: string;
    readonly email: string;
    readonly asker: string;
    readonly note: string;
    readonly language: string;
    readonly sign: boolean;
  };
  readonly languages: readonly Pick<Language, "tag" | "endonym" | "dir">[];
  readonly colleagues: readonly AskedColleagueView[];
};

/** What a colleague's link opens. `note`: in the words of whoever asked, to be shown as text. */
export type ColleagueLandingView = {
  readonly frame: FrameView;
  readonly asker: string;
  readonly buyer: string;
  readonly supplier: string;
  readonly name: string;
  readonly note: string;
  /** Of whoever is asked to approve: what that is; there are no sections then. */
  readonly approval?: string;
  readonly title: string;
  readonly askedOn: string;
  /** Each with how many questions of it are asked, in words. */
  readonly sections: readonly (SectionName & { readonly questions: string })[];
  /** How long they take, where that was measured. */
  readonly time?: string;
  readonly due: DueView;
  readonly proof: string;
  readonly started: boolean;
  readonly chosen?: string;
  readonly start: string;
  /** The page on which they give it back. */
  readonly giveBack: string;
};

/** Giving back what one was asked. `note`: as typed, longest `most` characters. */
export type GiveBackView = {
  readonly frame: FrameView;
  readonly asker: string;
  readonly note: string;
  readonly most: number;
  readonly tooLong?: boolean;
  readonly done: boolean;
  readonly action: string;
  readonly back: string;
};
