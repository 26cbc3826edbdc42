import { SupplierPage } from "#app/components/team/supplier/supplier-page";
import { forTeam, teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { pageTitle } from "#app/page/title";
import { redirect } from "#app/router/answers.server";
import { useLoaderData } from "#app/router/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/route-types";
import { addRating } from "#app/services/team/ratings/add-rating";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import ratings from "#app/styles/ratings.css?url";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: ratings }];

export const meta = pageTitle;

export const loader = forTeam("suppliers.read", async (ctx, { request, params }: LoaderArgs) => {
  const { searchParams } = new URL(request.url);
  const asked = { id: params.id ?? "", rating: searchParams.get("rating") ?? undefined };
  const page = await showSupplier({ ...ctx, language: teamLanguage(request) }, asked);
  const outcome = (["added", "same"] as const).find((one) => one === searchParams.get("rated"));
  return { ...page, outcome };
});

export const action = forTeam("ratings.add", async (ctx, { request, params }: ActionArgs) => {
  const edition = (await request.formData()).get("edition");
  const supplier = params.id ?? "";
  const { added } = await addRating(ctx, { supplier, edition: typeof edition === "string" ? edition : undefined });
  return redirect(`/suppliers/${encodeURIComponent(supplier)}?rated=${added ? "added#compared" : "same"}`);
});

export default function Supplier() {
  return <SupplierPage {...useLoaderData<typeof loader>()} />;
}
