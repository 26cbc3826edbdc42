/** Which suppliers of the table an address names: those that were ticked, or all of a view. Undefined where it names none. */
export function chosenIn(request: Request) {
  const { searchParams } = new URL(request.url);
  const ids = searchParams.getAll("ids").slice(0, 500);
  const isAll = searchParams.get("all") === "1";
  if (ids.length === 0 && !isAll) return undefined;
  return { ids, isAll, query: searchParams.get("in")?.slice(0, 4_000) ?? "" };
}
