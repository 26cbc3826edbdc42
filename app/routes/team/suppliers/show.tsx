import { useTranslation } from "react-i18next";
import { SupplierPage } from "#app/components/team/supplier/supplier-page";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { addRating } from "#app/services/team/ratings/add-rating";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import ratings from "#app/styles/ratings.css?url";

export const handle = { namespaces: ["team", "ratings", "actions"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: ratings }];

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }: LoaderArgs) => {
  const { searchParams } = new URL(request.url);
  const said = (name: string) => searchParams.get(name) ?? undefined;
  const asked = {
    id: params.id ?? "",
    rating: said("rating"),
    at: said("at"),
    in: said("in"),
    documents: said("documents") ?? "",
  };
  const page = await showSupplier({ ...ctx, language: teamLanguage(request) }, asked);
  const outcome = (["added", "same"] as const).find((one) => one === searchParams.get("rated"));
  return { ...page, outcome };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const typed = formInput(await request.formData(), addRating.input);
  const supplier = params.id ?? "";
  const outcome = await addRating.submit(ctx, { ...typed, supplier });
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  const rated = outcome.done.added ? "added#compared" : "same";
  return redirect(`/suppliers/${encodeURIComponent(supplier)}?rated=${rated}`);
});

export default function Supplier() {
  const { t } = useTranslation(["team", "ratings"]);
  const [fault] = useActionData<typeof action>()?.faults ?? [];
  const error = fault && t(`fault.${fault.code}`, { field: t("ratings:page.rateAgain.edition"), ...fault.params });
  return <SupplierPage {...useLoaderData<typeof loader>()} error={error} />;
}
