import type { Band } from "#terms/bands";

/** Pictures beside the map, each at an address of its own below it. */
export const pictureKinds = ["topics", "trend", "coverage", "tiers"] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** What a cell of a heat map counts. */
export const topicMeasures = ["median", "flagged"] as const;
export type TopicMeasure = (typeof topicMeasures)[number];

/** How dark a cell is; `few`: too few to say, `none`: nobody; `plain`: a figure beside the scale. */
export type CellLook = 0 | 1 | 2 | 3 | 4 | 5 | "few" | "none" | "plain";
/** A band, or what is not compared with it because other rules or countries made it. */
export type PartLook = Band | "other";

/** A country that got worse, better, or what nobody can compare. */
export type FlowLook = "worse" | "better" | "other" | "same";

export type Shape =
  | {
      readonly kind: "box";
      readonly look: `cell-${CellLook}` | `part-${PartLook}` | "veil-hatch" | "veil-dots" | "bar";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: "line";
      readonly look: "axis" | "grid" | "tick" | "tick-on" | `flow-${FlowLook}` | "veil-slants";
      readonly d: string;
    }
  | {
      readonly kind: "words";
      readonly look: "name" | "head" | "dim" | "figure" | "figure-on";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor?: "middle" | "end";
    };

/** Shapes that belong together, and what they say to whoever points at them. */
export type Mark = { readonly said?: string; readonly shapes: readonly Shape[] };

/** A picture as shapes: a page draws it with its own colours, a file with colours that it brings. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly marks: readonly Mark[];
};

/** A drawing as a file of SVG, and the language of its words (BCP 47): what PNG is drawn of. */
export type PictureSheet = { readonly svg: string; readonly language: string };

/** `values`: what a file says in its columns; nothing where there is nothing to say. */
export type PictureCell = { readonly text: string; readonly values: readonly (string | number | undefined)[] };

/** The numbers of a picture. The first cell of a row names it. */
export type PictureTable = {
  /** `columns`: what a file calls them, where it has several for one. */
  readonly head: readonly { readonly text: string; readonly columns?: readonly string[]; readonly isWords?: boolean }[];
  readonly rows: readonly {
    readonly href?: string;
    readonly isSum?: boolean;
    readonly cells: readonly PictureCell[];
  }[];
};

export type Picture = {
  readonly lead: string;
  /** Absent where there is nothing to draw, or nothing that the reader may see. */
  readonly drawn?: { readonly drawing: Drawing; readonly table: PictureTable };
  readonly notes: readonly string[];
  /** What the picture is about, one by one, below the table of its numbers. */
  readonly also?: {
    readonly title: string;
    readonly lead?: string | undefined;
    readonly note?: string | undefined;
    readonly table: PictureTable;
  };
  /** Which two country editions are beside each other, of those there are. */
  readonly editions?: {
    readonly from: string;
    readonly to: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  };
  /** By which rules and countries the ratings were made that are drawn, where there are several. */
  readonly made?: {
    readonly value: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  };
};

export type PictureView = Picture & {
  readonly kind: PictureKind;
  readonly title: string;
  readonly at: string;
  readonly measures?: readonly { readonly id: TopicMeasure; readonly href: string; readonly isShown: boolean }[];
  readonly svg?: string;
  readonly png?: string;
  readonly csv?: string;
};
