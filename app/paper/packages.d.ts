// Two packages that bring no types of their own: what is used of them.

declare module "subset-font" {
  type Options = {
    targetFormat: "truetype";
    /** Where on each axis of a variable font the letters are taken. */
    variationAxes?: Record<string, number>;
    noHinting?: boolean;
    /** The OpenType features that go on working; absent: all. */
    keepFeatures?: readonly string[];
  };
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Buffer>;
}

declare module "linebreak" {
  /** Places where a line may end (UAX 14). */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
