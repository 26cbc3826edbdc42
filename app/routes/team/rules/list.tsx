import { RulesPage } from "#app/components/team/rules/rules-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { typedIn, useRulesAnswered } from "#app/routes/team/requests/forms/rules-answered";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { chooseRules } from "#app/services/own-rules/choose-rules";
import { listRules } from "#app/services/own-rules/list-rules";
import ratings from "#app/styles/ratings.css?url";
import whatIf from "#app/styles/what-if.css?url";

export const handle = { namespaces: ["team", "ratings", "rules"] } satisfies RouteHandle;

export const links = () => [
  { rel: "stylesheet", href: ratings },
  { rel: "stylesheet", href: whatIf },
];

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  return { title: ctx.t(language)("rules:list.title"), ...(await listRules({ ...ctx, language }, {})) };
});

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const typed = typedIn(await request.formData());
  const outcome = await chooseRules.submit(ctx, { rules: typed.rules ?? "", reason: typed.reason ?? "" });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirect("/rules", 303);
});

export default function Rules() {
  const answered = useRulesAnswered(useActionData<typeof action>());
  return <RulesPage {...useLoaderData<typeof loader>()} answered={answered} />;
}
