import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { Holds, PlaceHold } from "#app/components/team/retention/holds";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { submitHold } from "#app/routes/team/requests/forms/hold-form";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showHolds } from "#app/services/team/retention/holds";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const shown = await showHolds({ ...ctx, language }, { supplier: params.id ?? "" });
  return { ...shown, title: ctx.t(language)("team:retention.holds.one", { supplier: shown.name }) };
});

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const supplier = params.id ?? "";
    const wrong = await submitHold(ctx, await request.formData(), supplier);
    return wrong ? data(wrong, { status: 422 }) : redirect(`/suppliers/${encodeURIComponent(supplier)}/hold`, 303);
  },
  ["place", "lift"],
);

export default function SupplierHold() {
  const { t } = useTranslation("team");
  const { title, id, name, holds } = useLoaderData<typeof loader>();
  const { reason, faults = [] } = useActionData<typeof action>() ?? {};
  const [wrong] = faults;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: `/suppliers/${id}`, label: name }} />
      <p className="muted">{t("retention.holds.lead")}</p>
      <Holds holds={holds} />
      <PlaceHold
        heading="h2"
        title={t("retention.holds.placeOne")}
        typed={reason}
        error={wrong && t(`fault.${wrong.code}`, { field: t("retention.holds.reason") })}
      />
    </main>
  );
}
