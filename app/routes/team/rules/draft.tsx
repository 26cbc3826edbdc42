import { DraftPage } from "#app/components/team/rules/draft-page";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { typedIn, useRulesAnswered } from "#app/routes/team/requests/forms/rules-answered";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { draftRules, expectedIn, showDraft } from "#app/services/own-rules/draft-rules";
import { readTrialAsked } from "#app/services/what-if/trial-asked";
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
  const page = await showDraft({ ...ctx, language }, readTrialAsked(new URL(request.url).searchParams));
  return { title: ctx.t(language)("rules:draft.title"), ...page };
});

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const form = await request.formData();
  const typed = typedIn(form);
  const { name = "", reason = "" } = typed;
  const asked = { ...readTrialAsked(form), name, reason, examples: expectedIn(form) };
  const outcome = await draftRules.submit({ ...ctx, language: teamLanguage(request) }, asked);
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirect(`/rules/${outcome.done.rules}`, 303);
});

export default function DraftRules() {
  const answered = useRulesAnswered(useActionData<typeof action>());
  return <DraftPage {...useLoaderData<typeof loader>()} answered={answered} />;
}
