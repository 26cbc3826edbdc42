import { type MarkingFault, MarkingPage } from "#app/components/team/suppliers/marks/marking-page";
import { teamLanguage } from "#app/http/team-session.server";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { chosenIn } from "#app/routes/team/requests/chosen-suppliers";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { markIntents, markSuppliers } from "#app/services/team/suppliers/marks/mark-suppliers";
import { showMarking } from "#app/services/team/suppliers/marks/show-marking";
import table from "#app/styles/table.css?url";

export const handle = { namespaces: ["team", "table"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: table }];

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request }) =>
  showMarking({ ...ctx, language: teamLanguage(request) }, chosenIn(request) ?? {}),
);

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const form = await request.formData();
  const names = ["seen", "intent", "tag", "untag", "owner"];
  const said = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));
  const outcome = await markSuppliers.submit(ctx, { ...said, ...chosenIn(request) });
  if ("faults" in outcome) return data({ tag: said.tag ?? "", faults: outcome.faults }, { status: 422 });
  return redirect(outcome.done.back, 303);
}, markIntents);

export default function MarkSuppliers() {
  const t = useTexts("team");
  const words = useTexts("table");
  const answered = useActionData<typeof action>();
  const first = answered?.faults[0];
  const fault: MarkingFault | undefined = first && {
    field: first.field,
    text: t(`fault.${first.code}`, { ...first.params, field: words("marks.tagName") }),
    tag: answered?.tag ?? "",
  };
  return <MarkingPage {...useLoaderData<typeof loader>()} fault={fault} />;
}
