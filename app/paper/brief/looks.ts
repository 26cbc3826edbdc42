import type { Look } from "#app/paper/layout/column";

export type BriefLooks = ReturnType<typeof looksAt>;

const at = (scale: number, size: number, leading: number, more: Partial<Look> = {}): Look => ({
  size: size * scale,
  leading: leading * scale,
  ...more,
});

/** How the texts of a brief are drawn, at a part of their usual size. */
export function looksAt(scale: number) {
  return {
    scale,
    title: at(scale, 17, 23, { bold: true }),
    band: at(scale, 13, 18, { bold: true }),
    heading: at(scale, 10.5, 15, { bold: true }),
    strong: at(scale, 9.5, 13.5, { bold: true }),
    body: at(scale, 9, 12.5),
    value: at(scale, 9, 12.5, { bold: true }),
    small: at(scale, 8, 11, { grey: true }),
  };
}
