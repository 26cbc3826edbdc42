import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { ImportChoicesForm } from "#app/components/team/import/choices";
import { MissingColumns } from "#app/components/team/import/missing";
import { ImportProblems } from "#app/components/team/import/problems";
import { ImportProgress } from "#app/components/team/import/progress";
import { ImportReadings } from "#app/components/team/import/readings";
import { ImportRows } from "#app/components/team/import/rows";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link, useLocation, useNavigation } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { choicesIn } from "#app/services/team/imports/import-choices";
import { confirmImport } from "#app/services/team/imports/jobs/confirm-import";
import { findImport } from "#app/services/team/imports/jobs/find-import";
import { showPlan } from "#app/services/team/imports/show-plan";

export const meta = teamPageTitle;

/** What the address says of the upload; the form is sent to the address that its preview was shown at. */
function asked({ request, params }: LoaderArgs) {
  return { upload: params.upload ?? "", ...choicesIn(new URL(request.url).searchParams) };
}

export const loader = forTeam(async (ctx, args: LoaderArgs) => {
  const t = ctx.t(teamLanguage(args.request));
  const choices = asked(args);
  const imported = await findImport(ctx, { ...choices, isConfirmed: isConfirmed(args) });
  if (imported?.state === "going-on") return { ...imported, title: t("team:import.goingOn.title") };
  const plan = await showPlan(ctx, choices);
  if (imported === undefined || imported.state === "stopped") {
    const stopped = imported && { done: imported.done, all: plan.all };
    return { state: "preview" as const, title: t("team:import.previewTitle"), plan, stopped };
  }
  return { ...imported, title: t("team:import.doneTitle"), plan };
});

export const action = forTeam(async (ctx, args: ActionArgs) => {
  const outcome = await confirmImport.submit(ctx, asked(args));
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  const { pathname, searchParams } = new URL(args.request.url);
  searchParams.set("confirmed", "1");
  return redirect(`${pathname}?${searchParams}`, 303);
});

/** Whether the address is that of an import and not of its preview. */
function isConfirmed({ request }: LoaderArgs): boolean {
  return new URL(request.url).searchParams.has("confirmed");
}

type Done = { added: number; changed: number; unchanged: number; refused: number; contact?: number };

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

function Left({ count, upload, isSaved }: { count: number; upload: string; isSaved: boolean }) {
  const { t } = useTranslation("team");
  const { search } = useLocation();
  if (count === 0) return null;
  return (
    <p className="note">
      {t(isSaved ? "import.leftAfter" : "import.left", { count })}{" "}
      <a href={`/suppliers/import/${upload}/rest.csv${search}`} download>
        {t("import.downloadLeft", { count })}
      </a>
    </p>
  );
}

/** The way on to a campaign that asks exactly the suppliers of this list. */
function ToCampaign({ done, upload }: { done: Done; upload: string }) {
  const { t } = useTranslation("team");
  const { search } = useLocation();
  const count = done.added + done.changed + done.unchanged;
  if (count === 0) return null;
  const query = new URLSearchParams(search);
  query.delete("confirmed");
  query.set("list", upload);
  return (
    <Link className="button" to={`/campaigns/new?${query}`}>
      {t("import.campaign", { count })}
    </Link>
  );
}

function Done({ done, upload }: { done: Done; upload: string }) {
  const { t } = useTranslation("team");
  const contacts = done.contact ?? 0;
  return (
    <div className="note-plain" role="status">
      <h2>{t("import.done", { count: done.added + done.changed })}</h2>
      <p>
        {t("import.doneCounts", done)} {contacts > 0 && t("import.doneContacts", { count: contacts })}
      </p>
      <p className="actions">
        <ToCampaign done={done} upload={upload} />
        <Link to="/suppliers">{t("import.see")}</Link>
        <Refused count={done.refused} upload={upload} />
        <Link to="/suppliers/import">{t("import.another")}</Link>
      </p>
    </div>
  );
}

type Plan = Awaited<ReturnType<typeof showPlan>>;

function Confirm({ plan }: { plan: Plan }) {
  const { t } = useTranslation("team");
  const busy = useNavigation().state === "submitting";
  const { added, changed, contact = 0 } = plan.counts;
  const writes = added + changed;
  // What a whole column lacks is no fault of its rows.
  const lacks = plan.missing.some(({ field }) => field !== "email");
  return (
    <div className="flow">
      <p className="lead" role="status">
        {lacks ? t("import.lacks", { count: plan.all }) : t("import.will", { done: writes, all: plan.all })}{" "}
        {!lacks && contact > 0 && t("import.contactRows", { count: contact })}{" "}
        {!lacks && plan.counts.refused > 0 && t("import.corrections", { count: plan.counts.refused })}
      </p>
      {!lacks && <p className="muted">{t("import.counts", plan.counts)}</p>}
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
        {!lacks && <Refused count={plan.counts.refused} upload={plan.upload} />}
        <Link to="/suppliers/import">{t("import.another")}</Link>
      </Form>
    </div>
  );
}

export default function ImportPreview() {
  const { t } = useTranslation("team");
  const shown = useLoaderData<typeof loader>();
  const errors = (useActionData<typeof action>()?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`),
  }));
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={shown.title} back={{ to: "/suppliers/import", label: t("import.title") }} />
      <div className="flow-wide">
        {shown.state === "going-on" && <ImportProgress done={shown.done} all={shown.all} />}
        {shown.state === "done" && <Done done={shown.counts} upload={shown.plan.upload} />}
        {shown.state !== "going-on" && (
          <Left count={shown.plan.left} upload={shown.plan.upload} isSaved={shown.state === "done"} />
        )}
        {shown.state === "preview" && (
          <>
            <ErrorSummary title={t("form.problem")} errors={errors} />
            {shown.stopped && (
              <p className="note" role="status">
                {t("import.stopped", shown.stopped)}
              </p>
            )}
            {shown.plan.by === "unsure" ? <ImportReadings plan={shown.plan} /> : <Confirm plan={shown.plan} />}
            <MissingColumns plan={shown.plan} />
            <ImportChoicesForm plan={shown.plan} rows={shown.plan.all} error={errors[0]?.text} />
          </>
        )}
        {shown.state !== "going-on" && <ImportProblems problems={shown.plan.problems} all={shown.plan.problemsAll} />}
        {/* Read again after it, every row would be one that is there already. */}
        {shown.state === "preview" && (
          <ImportRows rows={shown.plan.rows} columns={shown.plan.fields} all={shown.plan.all} />
        )}
      </div>
    </main>
  );
}
