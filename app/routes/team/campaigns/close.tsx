import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { closeCampaign } from "#app/services/team/campaigns/close-campaign";
import { showClosing } from "#app/services/team/campaigns/show-closing";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => ({
  ...(await showClosing(ctx, { campaign: params.id ?? "" })),
  title: ctx.t(teamLanguage(request))("team:campaign.close"),
}));

export const action = forTeam(async (ctx, { params }: ActionArgs) => {
  await closeCampaign(ctx, { campaign: params.id ?? "" });
  return redirect(`/campaigns/${params.id}`, 303);
});

export default function CampaignClose() {
  const { t } = useTranslation("team");
  const { id, name, title, invited, open } = useLoaderData<typeof loader>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: `/campaigns/${id}`, label: name }} />
      <div className="flow">
        <p>{t("campaign.closeText", { open, all: invited })}</p>
        <Form method="post" className="actions">
          <button type="submit" className="button button-destroys">
            {t("campaign.closeButton", { count: open })}
          </button>
          <Link to={`/campaigns/${id}`}>{t("form.cancel")}</Link>
        </Form>
      </div>
    </main>
  );
}
