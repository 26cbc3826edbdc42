/** What the address of a report asks for, as it says it. */
export function reportQuery(request: Request) {
  const asked = new URL(request.url).searchParams;
  const said = (name: string) => (asked.get(name) ?? "").slice(0, 200);
  return { report: said("report"), campaign: said("campaign"), from: said("from"), until: said("until") };
}
