/** A map as it is drawn: paths of SVG by country (ISO 3166-1 alpha-2), and where each country has its middle. */
export type MapPart = {
  /** Left, top, width and height. */
  readonly box: readonly [number, number, number, number];
  /** The edge of the world, where all of it is shown. */
  readonly outline?: string;
  /** Land that has no code of its own. */
  readonly others: string;
  readonly shapes: Readonly<Record<string, { readonly path: string; readonly at: readonly [number, number] }>>;
};
