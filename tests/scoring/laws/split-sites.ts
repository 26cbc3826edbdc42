import type { Answer, Answers, Row } from "#questionnaires/answers";

/** The same supplier with the first site under each of these ids, every head of it counted `times`. */
export function withSite(given: Answers, times: number, ids: readonly string[]): Answers {
  const split = (code: string, part: string, change: (row: Row, id: string) => Row): Answer | undefined => {
    const answer = given[code];
    const rows = answer?.value?.[part];
    if (!answer?.value || !Array.isArray(rows)) return answer;
    const next = (rows as readonly Row[]).flatMap((row) => {
      const here = code === "B1" ? row.id === "s1" : row.cells.site === "s1";
      return here ? ids.map((id) => change(row, id)) : [row];
    });
    return { ...answer, value: { ...answer.value, [part]: next } };
  };
  const counted = (cells: Row["cells"]) =>
    Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, typeof cell === "number" ? cell * times : cell]));
  const atSite = (row: Row, id: string): Row => ({ id: `${row.id}-${id}`, cells: { ...counted(row.cells), site: id } });
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
