import LineBreaker from "linebreak";
import type { Cluster } from "./shape";

/** A cluster with its left edge on its line, in points. */
export type PlacedCluster = Cluster & { readonly left: number };

/** Clusters in the order in which they are read, placed as they are seen; `width` without the spaces at its end. */
export type Line = { readonly clusters: readonly PlacedCluster[]; readonly width: number };

// Scripts without spaces between words, whose words only a dictionary knows.
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Where a line may end, in UTF-16 units. */
function breaksOf(text: string, language: string): ReadonlySet<number> {
  const breaks = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.add(next.position);
  if (!unspaced.test(text)) return breaks;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    if (unspaced.test(segment) && unspaced.test(text.slice(0, index).slice(-1))) breaks.add(index);
  }
  return breaks;
}

/**
 * Breaks a paragraph into lines of at most `width` points in letters of `size` points. What is longer than a line without a
 * place to break is broken between its letters.
 */
export function breakLines(
  text: string,
  clusters: readonly Cluster[],
  { size, width, language }: { size: number; width: number; language: string },
): readonly Line[] {
  const breaks = breaksOf(text, language);
  const lines: Line[] = [];
  let line: Cluster[] = [];
  let used = 0;
  // How many clusters of the line stand before the last place where it may end.
  let fits = 0;
  for (const cluster of clusters) {
    if (line.length > 0 && breaks.has(cluster.start)) fits = line.length;
    const isSpace = cluster.text.trim() === "";
    if (!isSpace && line.length > 0 && used + cluster.width * size > width) {
      const taken = fits > 0 ? fits : line.length;
      lines.push(placed(line.slice(0, taken), size));
      line = line.slice(taken);
      used = widthOf(line, size);
      fits = 0;
    }
    line.push(cluster);
    used += cluster.width * size;
  }
  if (line.length > 0) lines.push(placed(line, size));
  return lines;
}

function widthOf(clusters: readonly Cluster[], size: number): number {
  return clusters.reduce((sum, cluster) => sum + cluster.width * size, 0);
}

/** Rules L1 and L2 of the Unicode bidirectional algorithm. */
function placed(all: readonly Cluster[], size: number): Line {
  const end = all.findLastIndex(({ text }) => text.trim() !== "") + 1;
  const line = all.slice(0, end);
  const seen = line.map((_, at) => at);
  const highest = Math.max(0, ...line.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < seen.length; from += 1) {
      let to = from;
      while (to < seen.length && (line[seen[to] ?? 0]?.level ?? 0) >= level) to += 1;
      if (to > from) seen.splice(from, to - from, ...seen.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  }
  const lefts: number[] = [];
  let left = 0;
  for (const at of seen) {
    lefts[at] = left;
    left += (line[at]?.width ?? 0) * size;
  }
  return { clusters: line.map((cluster, at) => ({ ...cluster, left: lefts[at] ?? 0 })), width: left };
}
