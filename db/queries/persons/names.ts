import { foldSpelling } from "#terms/names";

/** Rows looked at before others have their turn. */
export const namesAtOnce = 1_000;

type Named = { readonly id: string; readonly name: string | null };

/**
 * Of all rows those whose name contains a text, by the one folding of all scripts: databases lower Cyrillic, take accents off
 * and even out Arabic each in its own way, or not at all. Looks at every name, of which 100,000 take half a second.
 * @param page the rows after an id, at most `namesAtOnce`, in the order of their ids
 */
export async function rowsByName<Row extends Named>(
  text: string,
  page: (after: string) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const wanted = foldSpelling(text);
  const found: Row[] = [];
  for (let after = ""; wanted !== ""; ) {
    const rows = await page(after);
    found.push(...rows.filter(({ name }) => name !== null && foldSpelling(name).includes(wanted)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < namesAtOnce) break;
    after = last.id;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}
