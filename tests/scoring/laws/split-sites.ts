import type { Answer, Answers, Row } from "#questionnaires/answers";

/** The same supplier with the first site under each of these ids, every head of it counted `times`. */
export function withSite(given: Answers, times: number, ids: readonly string[]): Answers {
  const sites = given.B1?.value?.sites;
  const others = new Set(Array.isArray(sites) ? (sites as readonly Row[]).map(({ id }) => id) : []);
  others.delete("s1");
  // Heads of no site may be of the one that is split, so they are split with it.
  const isHere = (code: string, { id, cells: { site } }: Row) =>
    code === "B1" ? id === "s1" : typeof site !== "string" || !others.has(site);
  const split = (code: string, part: string, change: (row: Row, id: string) => Row): Answer | undefined => {
    const answer = given[code];
    const rows = answer?.value?.[part];
    if (!answer?.value || !Array.isArray(rows)) return answer;
    const next = (rows as readonly Row[]).flatMap((row) =>
      isHere(code, row) ? ids.map((id) => change(row, id)) : [row],
    );
    return { ...answer, value: { ...answer.value, [part]: next } };
  };
  const counted = (cells: Row["cells"]) =>
    Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, typeof cell === "number" ? cell * times : cell]));
  const atSite = (row: Row, id: string): Row => {
    const site = row.cells.site === "s1" ? id : row.cells.site;
    return { id: `${row.id}-${id}`, cells: { ...counted(row.cells), ...(site !== undefined && { site }) } };
  };
  const goods = given.C1?.value?.goods;
  const made = Array.isArray(goods)
    ? (goods as readonly Row[]).map((row) => {
        const sites = row.cells.sites;
        const more = Array.isArray(sites) && sites.includes("s1") ? [...new Set([...sites, ...ids])] : sites;
        return { ...row, cells: { ...row.cells, ...(more !== undefined && { sites: more }) } };
      })
    : undefined;
  const changed = {
    ...given,
    // A name that says nothing would cost confidence once for each half.
    B1: split("B1", "sites", (row, id) => ({ id, cells: { ...counted(row.cells), name: "Half of a site" } })),
    D1: split("D1", "workforce", atSite),
    D2: split("D2", "foreign", atSite),
    C1: made === undefined ? given.C1 : { ...given.C1, value: { ...given.C1?.value, goods: made } },
  };
  return Object.fromEntries(
    Object.entries(changed).filter((entry): entry is [string, Answer] => entry[1] !== undefined),
  );
}
