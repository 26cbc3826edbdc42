import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/head";
import { ImportChoicesForm } from "#app/components/team/import/choices";
import { ImportProblems } from "#app/components/team/import/problems";
import { ImportRows } from "#app/components/team/import/rows";
import { teamLanguage } from "#app/http/team-session.server";
import { pageTitle } from "#app/page/title";
import { Form, Link, useLocation, useNavigation } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { choicesIn } from "#app/services/team/imports/import-choices";
import { importSuppliers } from "#app/services/team/imports/import-suppliers";
import { showPlan } from "#app/services/team/imports/show-plan";

export const meta = pageTitle;

/** What the address says of the upload; the form is sent to the address that its preview was shown at. */
function asked({ request, params }: LoaderArgs) {
  return { upload: params.upload ?? "", ...choicesIn(new URL(request.url).searchParams) };
}

export const loader = forTeam(async (ctx, args: LoaderArgs) => ({
  title: ctx.t(teamLanguage(args.request))("team:import.previewTitle"),
  plan: await showPlan(ctx, asked(args)),
}));

export const action = forTeam(async (ctx, args: ActionArgs) => ({ done: await importSuppliers(ctx, asked(args)) }));

type Done = { added: number; changed: number; unchanged: number; refused: number };

function Refused({ count, upload }: { count: number; upload: string }) {
  const { t } = useTranslation("team");
  const { search } = useLocation();
  if (count === 0) return null;
  return (
    <a href={`/suppliers/import/${upload}/refused.csv${search}`} download>
      {t("import.download", { count })}
    </a>
  );
}

function Done({ done, upload }: { done: Done; upload: string }) {
  const { t } = useTranslation("team");
  return (
    <div className="note-plain" role="status">
      <h2>{t("import.done", { count: done.added + done.changed })}</h2>
      <p>{t("import.doneCounts", done)}</p>
      <p className="actions">
        <Link to="/suppliers">{t("import.see")}</Link>
        <Refused count={done.refused} upload={upload} />
      </p>
    </div>
  );
}

export default function ImportPreview() {
  const { t } = useTranslation("team");
  const { title, plan } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const writes = plan.counts.added + plan.counts.changed;
  return (
    <main id="main" className="wide">
      <Head
        title={answer ? t("import.doneTitle") : title}
        back={{ to: "/suppliers/import", label: t("import.title") }}
      />
      <div className="flow-wide">
        {answer ? (
          <Done done={answer.done} upload={plan.upload} />
        ) : (
          <div className="flow">
            <p className="lead" role="status">
              {t("import.will", { done: writes, all: plan.all })}{" "}
              {plan.counts.refused > 0 && t("import.corrections", { count: plan.counts.refused })}
            </p>
            <p className="muted">{t("import.counts", plan.counts)}</p>
            {plan.broken && <p className="note">{t("import.broken")}</p>}
            {plan.unclosed && <p className="note">{t("import.unclosed")}</p>}
            <Form method="post" className="actions">
              <button
                type="submit"
                className="button"
                aria-disabled={writes === 0 || busy ? true : undefined}
                disabled={writes === 0}
              >
                {writes === 0 ? t("import.nothing") : t("import.confirm", { count: writes })}
              </button>
              <Refused count={plan.counts.refused} upload={plan.upload} />
              <Link to="/suppliers/import">{t("import.another")}</Link>
            </Form>
          </div>
        )}
        {!answer && <ImportChoicesForm plan={plan} />}
        <ImportProblems problems={plan.problems} all={plan.problemsAll} />
        {/* Read again now, every row would be one that is there already. */}
        {!answer && <ImportRows rows={plan.rows} columns={plan.columns} all={plan.all} />}
      </div>
    </main>
  );
}
