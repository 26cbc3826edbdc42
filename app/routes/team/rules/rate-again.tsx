import { RateAgainPage } from "#app/components/team/rules/rate-again-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { typedIn, useRulesAnswered } from "#app/routes/team/requests/forms/rules-answered";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { orderRerating } from "#app/services/own-rules/rerating/order-rerating";
import { showRateAgain } from "#app/services/own-rules/rerating/rate-again";

export const handle = { namespaces: ["team", "ratings", "rules"] } satisfies RouteHandle;

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  return { title: ctx.t(language)("rules:again.title"), ...(await showRateAgain({ ...ctx, language }, {})) };
});

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const typed = typedIn(await request.formData());
    const { rules, edition, country, campaign, reason = "" } = typed;
    const outcome = await orderRerating.submit(ctx, { rules, edition, country, campaign, reason });
    if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
    return redirect(`/rules/rated-again/${outcome.done.rerating}`, 303);
  },
  ["rerate"],
);

export default function RateAgain() {
  const answered = useRulesAnswered(useActionData<typeof action>());
  return <RateAgainPage {...useLoaderData<typeof loader>()} answered={answered} />;
}
