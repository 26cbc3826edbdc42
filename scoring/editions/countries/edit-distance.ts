type Rows = { before: number[]; last: number[] };

/** The fewest edits that turn the first `i` letters of `a` into the first `j` of `b`, from the rows already known. */
function fewestEdits(a: string[], b: string[], i: number, j: number, row: number[], { before, last }: Rows): number {
  const cost = a[i - 1] === b[j - 1] ? 0 : 1;
  const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best;
}

/**
 * Edits between two texts: letters put in, left out, changed, or swapped with their neighbour.
 * @returns the count, or `limit + 1` as soon as it must be more than `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number {
  const a = [...left];
  const b = [...right];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const rows: Rows = { before: [], last: Array.from({ length: b.length + 1 }, (_, index) => index) };
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(fewestEdits(a, b, i, j, row, rows));
    if (Math.min(...row) > limit) return limit + 1;
    rows.before = rows.last;
    rows.last = row;
  }
  return rows.last[b.length] ?? limit + 1;
}
