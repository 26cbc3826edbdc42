import { WhatIfPage } from "#app/components/team/what-if/what-if-page";
import { teamLanguage } from "#app/http/team-session.server";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { partOfSavedView } from "#app/services/what-if/part/read-part";
import { showWhatIf } from "#app/services/what-if/show-what-if";
import { readTrialAsked, trialAddress, withPart } from "#app/services/what-if/trial-asked";
import { removeTrial, saveTrial, shareTrial } from "#app/services/what-if/trials/save-trial";
import ratings from "#app/styles/ratings.css?url";
import whatIf from "#app/styles/what-if.css?url";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const links = () => [
  { rel: "stylesheet", href: ratings },
  { rel: "stylesheet", href: whatIf },
];

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const { searchParams } = new URL(request.url);
  const view = searchParams.get("view") ?? "";
  if (view !== "") throw redirect(withPart(searchParams, await partOfSavedView(ctx, { view })));
  const page = await showWhatIf({ ...ctx, language }, readTrialAsked(searchParams));
  return { ...page, title: page.trial?.name ?? ctx.t(language)("ratings:whatIf.title") };
});

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const form = await request.formData();
    const { intent, ...named } = Object.fromEntries(
      ["intent", "trial", "name"].map((key) => [key, String(form.get(key) ?? "")]),
    );
    const trial = named.trial ?? "";
    switch (intent) {
      case "remove":
        await removeTrial(ctx, { trial });
        return redirect("/what-if", 303);
      case "share":
      case "unshare":
        return redirect(trialAddress(await shareTrial(ctx, { trial, isShared: intent === "share" })), 303);
      default: {
        const outcome = await saveTrial.submit(ctx, { ...readTrialAsked(form), name: named.name });
        if ("faults" in outcome) return data({ name: named.name, faults: outcome.faults }, { status: 422 });
        return redirect(trialAddress(outcome.done.trial), 303);
      }
    }
  },
  ["save", "remove", "share", "unshare"],
);

export default function WhatIf() {
  const t = useTexts("team");
  const words = useTexts("ratings");
  const answered = useActionData<typeof action>();
  const fault = answered?.faults[0];
  const nameError = fault && t(`fault.${fault.code}`, { ...fault.params, field: words("whatIf.trialName") });
  return <WhatIfPage {...useLoaderData<typeof loader>()} typed={answered?.name} nameError={nameError} />;
}
