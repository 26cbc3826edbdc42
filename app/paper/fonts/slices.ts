import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fontPackages } from "./packages";

/** One file of a font package, and the characters that it may have. */
export type Slice = { readonly file: string; readonly ranges: readonly (readonly [first: number, last: number])[] };

const { resolve } = createRequire(import.meta.url);
const main = "@fontsource-variable/noto-sans";
const read = new Map<string, readonly Slice[]>();

/** The files of a package, as its `unicode.json` lists them. Latin comes from one package for all scripts. */
function slicesOf(name: string): readonly Slice[] {
  const known = read.get(name);
  if (known) return known;
  const listed: Record<string, string> = JSON.parse(readFileSync(resolve(`${name}/unicode.json`), "utf8"));
  const slices = Object.entries(listed).flatMap(([subset, ranges]) => {
    if (name !== main && subset.startsWith("latin")) return [];
    const file = `${name.replace(/^.*\//, "")}-${subset.replace(/[[\]]/g, "")}-wght-normal.woff2`;
    return [{ file: resolve(`${name}/files/${file}`), ranges: ranges.split(",").map(rangeOf) }];
  });
  read.set(name, slices);
  return slices;
}

/** `U+4E00` or `U+4E00-4EFF`. */
function rangeOf(words: string): readonly [number, number] {
  const [first = "", last = first] = words.trim().slice(2).split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function mayHave({ ranges }: Slice, character: number): boolean {
  return ranges.some(([first, last]) => character >= first && character <= last);
}

/** The files that may have a character, best first for a text in a language. Packages that nobody needs are never read. */
export function* slicesWith(character: number, language: string): Generator<Slice> {
  for (const name of fontPackages(language)) {
    for (const slice of slicesOf(name)) if (mayHave(slice, character)) yield slice;
  }
}
