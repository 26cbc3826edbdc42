import { ApiPage } from "#app/components/team/api/api-page";
import { teamLanguage } from "#app/http/team-session.server";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { makeKey } from "#app/services/api/keys/make-key";
import { revokeKey } from "#app/services/api/keys/revoke-key";
import { showKeys } from "#app/services/api/keys/show-keys";
import { apiScopes } from "#terms/api-scopes";

export const handle = { namespaces: ["team", "api"] } satisfies RouteHandle;

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  return { title: ctx.t(language)("api:title"), ...(await showKeys({ ...ctx, language }, {})) };
});

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const at = { ...ctx, language: teamLanguage(request) };
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? "");
    if (form.get("intent") === "revoke") {
      await revokeKey(at, { key: text("key") });
      return redirect("/settings/api", 303);
    }
    const wanted = form.getAll("scopes");
    const typed = {
      name: text("name"),
      days: text("days"),
      scopes: apiScopes.filter((scope) => wanted.includes(scope)),
    };
    const outcome = await makeKey.submit(at, typed);
    // The key is shown by this answer alone, which nothing keeps: another address could not say it again.
    if ("faults" in outcome) return data({ typed, faults: outcome.faults, made: undefined }, { status: 422 });
    return data({ typed: undefined, faults: [], made: outcome.done });
  },
  ["revoke"],
);

export default function Api() {
  const t = useTexts("team");
  const words = useTexts("api");
  const { typed, faults = [], made } = useActionData<typeof action>() ?? {};
  const names: Record<string, string> = { name: words("name"), days: words("days"), scopes: words("scopes") };
  const errors = faults.map(({ field, code, params }) => ({
    field,
    text: t(`fault.${code}`, { ...params, field: names[field] ?? field }),
  }));
  return <ApiPage {...useLoaderData<typeof loader>()} typed={typed} errors={errors} made={made} />;
}
