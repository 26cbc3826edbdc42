import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { removeAttestation, showRemoval } from "#app/services/team/retention/remove-attestation";

export const meta = teamPageTitle;

const askedIn = ({ id = "", attestation = "" }: LoaderArgs["params"]) => ({ supplier: id, attestation });

export const loader = forTeam(async (ctx, { request, params }: LoaderArgs) => {
  const language = teamLanguage(request);
  const shown = await showRemoval({ ...ctx, language }, askedIn(params));
  return { ...shown, title: ctx.t(language)("team:retention.remove.title", { supplier: shown.supplier.name }) };
});

export const action = forTeam(async (ctx, { params }: ActionArgs) => {
  const asked = askedIn(params);
  const outcome = await removeAttestation(ctx, asked);
  const supplier = `/suppliers/${encodeURIComponent(asked.supplier)}`;
  // The page itself says that a hold stands.
  const held = `${supplier}/attestations/${encodeURIComponent(asked.attestation)}/remove`;
  return redirect(outcome === "held" ? held : `${supplier}#campaigns`, 303);
});

export default function RemoveAnswers() {
  const { t } = useTranslation("team");
  const { title, supplier, reference, campaign, holds } = useLoaderData<typeof loader>();
  const back = `/suppliers/${supplier.id}`;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: back, label: supplier.name }} />
      <div className="flow">
        <p>{t("retention.remove.text", { reference, campaign })}</p>
        <p>{t("retention.remove.left")}</p>
        {holds.length > 0 ? (
          <p className="note">
            {t("retention.remove.held")} <Link to={`${back}/hold`}>{t("retention.holds.title")}</Link>
          </p>
        ) : (
          <Form method="post" className="actions" reloadDocument>
            <button type="submit" className="button button-destroys">
              {t("retention.remove.button")}
            </button>
            <Link to={back}>{t("form.cancel")}</Link>
          </Form>
        )}
      </div>
    </main>
  );
}
