import { ReratingPage } from "#app/components/team/rules/rerating-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { typedIn, useRulesAnswered } from "#app/routes/team/requests/forms/rules-answered";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { takeBackRerating } from "#app/services/own-rules/rerating/order-rerating";
import { agreeRerating, declineRerating } from "#app/services/own-rules/rerating/settle-rerating";
import { showRerating } from "#app/services/own-rules/rerating/show-rerating";
import ratings from "#app/styles/ratings.css?url";
import whatIf from "#app/styles/what-if.css?url";

export const handle = { namespaces: ["team", "ratings", "rules"] } satisfies RouteHandle;

export const links = () => [
  { rel: "stylesheet", href: ratings },
  { rel: "stylesheet", href: whatIf },
];

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request, params }) =>
  showRerating({ ...ctx, language: teamLanguage(request) }, { rerating: params.rerating ?? "" }),
);

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const typed = typedIn(await request.formData());
    const { reason = "", intent } = typed;
    const rerating = params.rerating ?? "";
    const here = `/rules/rated-again/${rerating}`;
    if (intent === "agree" || intent === "decline") {
      await (intent === "agree" ? agreeRerating : declineRerating)(ctx, { rerating });
      return redirect(here, 303);
    }
    const outcome = await takeBackRerating.submit(ctx, { rerating, reason });
    if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
    return redirect(`/rules/rated-again/${outcome.done.rerating}`, 303);
  },
  ["agree", "decline", "take-back"],
);

export default function Rerating() {
  const answered = useRulesAnswered(useActionData<typeof action>());
  return <ReratingPage {...useLoaderData<typeof loader>()} answered={answered} />;
}
