/** What the address of the trail asks for, as it says it. */
export function trailQuery(request: Request) {
  const asked = new URL(request.url).searchParams;
  const said = (name: string) => (asked.get(name) ?? "").slice(0, 200);
  return {
    kind: said("kind"),
    person: said("person"),
    from: said("from"),
    until: said("until"),
    before: said("before"),
  };
}
