import type { Mark, Shape } from "#app/views/team/map/pictures";
import { letter } from "./lines";

export type KeyEntry = { readonly shapes: (x: number, y: number) => readonly Shape[]; readonly text: string };

const swatch = 28;
const line = 22;

/** What a drawing's looks mean, in as many lines as its width asks for. */
export function keyMarks(
  entries: readonly KeyEntry[],
  { top, width }: { readonly top: number; readonly width: number },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  let x = 0;
  let y = top;
  const marks = entries.map(({ shapes, text }): Mark => {
    const wide = swatch + 6 + text.length * letter + 18;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += line;
    }
    const words: Shape = { kind: "words", look: "dim", x: x + swatch + 6, y: y + 12, text };
    const mark = { shapes: [...shapes(x, y), words] };
    x += wide;
    return mark;
  });
  return { marks, bottom: y + line };
}

export const keySize = { width: swatch, height: 16 };
