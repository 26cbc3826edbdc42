import type { PageLine, PageText } from "#app/i18n/page-text";
import type { FrameView } from "#app/views/supplier/frame";
import type { Band } from "#terms/bands";

/** A question of a result. `points`: in words, where there are any; `answer`: as it was signed, one thing a line. */
export type ResultLine = {
  readonly code: string;
  readonly name: PageText;
  readonly points?: string;
  readonly answer?: readonly PageLine[];
  /** What it means for the result. */
  readonly text?: string;
};

/** What a supplier sees of its own rating, all in words but for the picture. */
export type ResultView = {
  readonly frame: FrameView;
  readonly title: string;
  readonly band: Band;
  readonly bandName: string;
  readonly score: string;
  readonly rated: string;
  /** Where bands begin and the score lies, 0 to 100. */
  readonly ruler: {
    readonly at: number;
    readonly bounds: Readonly<Record<Exclude<Band, "low">, number>>;
    readonly name: string;
  };
  /** Whether anything about North Korean labour raised it: what not to do stands beside it. */
  readonly harm: boolean;
  readonly floor?: { readonly title: string; readonly text: string; readonly lines: readonly ResultLine[] };
  /** Absent where the answers come to other figures than those kept. */
  readonly moves?: {
    readonly lowers: readonly ResultLine[];
    readonly firstTwo?: string;
    readonly together?: string;
    readonly helps: readonly ResultLine[];
  };
  readonly counts: string;
  readonly fixed?: { readonly text: string; readonly source: PageText };
  readonly wrong: string;
  readonly who: string;
};
