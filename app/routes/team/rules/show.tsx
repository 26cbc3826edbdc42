import { OwnRulePage } from "#app/components/team/rules/own-rule-page";
import { Problem } from "#app/domain/problem";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { typedIn, useRulesAnswered } from "#app/routes/team/requests/forms/rules-answered";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { orderRerating } from "#app/services/own-rules/rerating/order-rerating";
import { publishRules, withdrawRules } from "#app/services/own-rules/settle-rules";
import { showRules } from "#app/services/own-rules/show-rules";
import ratings from "#app/styles/ratings.css?url";
import whatIf from "#app/styles/what-if.css?url";

export const handle = { namespaces: ["team", "ratings", "rules"] } satisfies RouteHandle;

export const links = () => [
  { rel: "stylesheet", href: ratings },
  { rel: "stylesheet", href: whatIf },
];

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request, params }) =>
  showRules({ ...ctx, language: teamLanguage(request) }, { rules: params.rules ?? "" }),
);

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const typed = typedIn(await request.formData());
    const { intent, fingerprint = "", edition, country, campaign, reason = "" } = typed;
    const rules = params.rules ?? "";
    if (intent === "rerate") {
      const outcome = await orderRerating.submit(ctx, { rules, edition, country, campaign, reason });
      if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
      return redirect(`/rules/rated-again/${outcome.done.rerating}`, 303);
    }
    if (intent !== "publish" && intent !== "withdraw") {
      // Whoever may not even see it is told that first.
      await showRules({ ...ctx, language: teamLanguage(request) }, { rules });
      throw new Problem("bad-request");
    }
    const settle = intent === "publish" ? publishRules : withdrawRules;
    const outcome = await settle.submit(ctx, { rules, fingerprint });
    if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
    return redirect(`/rules/${rules}`, 303);
  },
  ["publish", "withdraw", "rerate"],
);

export default function OwnRules() {
  const answered = useRulesAnswered(useActionData<typeof action>());
  return <OwnRulePage {...useLoaderData<typeof loader>()} answered={answered} />;
}
