import { type TypedView, ViewsPage } from "#app/components/team/suppliers/views/views-page";
import { teamLanguage } from "#app/http/team-session.server";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { addressOf } from "#app/services/team/suppliers/views/kept-query";
import { changeView, removeView, saveView } from "#app/services/team/suppliers/views/save-view";
import { showViews } from "#app/services/team/suppliers/views/show-views";
import table from "#app/styles/table.css?url";

export const handle = { namespaces: ["team", "table"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: table }];

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request }) => {
  const query = new URL(request.url).searchParams.get("of")?.slice(0, 4_000) ?? undefined;
  return showViews({ ...ctx, language: teamLanguage(request) }, { query });
});

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const form = await request.formData();
    const said = (name: string) => String(form.get(name) ?? "");
    const [view, isShared, isFirst] = [said("view"), said("isShared"), said("isFirst")];
    switch (said("intent")) {
      case "remove":
        await removeView(ctx, { view });
        return redirect("/suppliers/views", 303);
      case "change": {
        const name = said(`name-${view}`);
        const outcome = await changeView.submit(ctx, { view, name, isShared, isFirst });
        if ("faults" in outcome) return data({ view, name, faults: outcome.faults }, { status: 422 });
        return redirect("/suppliers/views", 303);
      }
      default: {
        const name = said("name");
        const outcome = await saveView.submit(ctx, { name, query: said("query"), isShared });
        if ("faults" in outcome) return data({ view: undefined, name, faults: outcome.faults }, { status: 422 });
        return redirect(addressOf(outcome.done.query), 303);
      }
    }
  },
  ["remove", "change", "save"],
);

export default function SupplierViews() {
  const t = useTexts("team");
  const words = useTexts("table");
  const answered = useActionData<typeof action>();
  const fault = answered?.faults[0];
  const typed: TypedView | undefined = answered && {
    view: answered.view,
    name: answered.name,
    error: fault && t(`fault.${fault.code}`, { ...fault.params, field: words("views.name") }),
  };
  return <ViewsPage {...useLoaderData<typeof loader>()} typed={typed} />;
}
