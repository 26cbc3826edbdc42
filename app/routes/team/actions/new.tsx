import { useTranslation } from "react-i18next";
import { NewActionPage } from "#app/components/team/actions/new-action-page";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { faultLines, typedFields } from "#app/routes/team/requests/forms/action-faults";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showNewAction } from "#app/services/actions/pages/show-new-action";
import { openAction } from "#app/services/actions/steps/open-action";
import sheet from "#app/styles/actions.css?url";

export const handle = { namespaces: ["team", "actions"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: sheet }];

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request }) => {
  const { searchParams } = new URL(request.url);
  const from = searchParams.get("from") ?? undefined;
  return showNewAction(
    { ...ctx, language: teamLanguage(request) },
    { supplier: searchParams.get("supplier") ?? "", ...(from && { from }) },
  );
});

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const typed = formInput(await request.formData(), openAction.input);
  const supplier = new URL(request.url).searchParams.get("supplier") ?? "";
  const outcome = await openAction.submit({ ...ctx, language: teamLanguage(request) }, { ...typed, supplier });
  if ("faults" in outcome) return data({ typed: typedFields(typed), faults: outcome.faults }, { status: 422 });
  return redirect(`/actions/${outcome.done.id}`, 303);
});

export default function NewAction() {
  const { t } = useTranslation(["actions", "team"]);
  const { faults = [], typed } = useActionData<typeof action>() ?? {};
  return <NewActionPage {...useLoaderData<typeof loader>()} errors={faultLines(faults, t)} typed={typed} />;
}
