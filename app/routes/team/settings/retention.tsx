import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { Holds, PlaceHold } from "#app/components/team/retention/holds";
import { ConfirmTerms, Terms } from "#app/components/team/retention/terms";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { submitHold } from "#app/routes/team/requests/forms/hold-form";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { changeTerms, type TermsOutcome } from "#app/services/team/retention/change-terms";
import { showRetention } from "#app/services/team/retention/show-retention";
import { retentionClasses } from "#terms/retention/retention-classes";

export const meta = teamPageTitle;

const page = "/settings/retention";

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const shown = await showRetention({ ...ctx, language }, {});
  const isSaved = new URL(request.url).searchParams.has("saved");
  return { ...shown, isSaved, title: ctx.t(language)("team:settings.retention.title") };
});

type Answer = {
  readonly typed?: Readonly<Record<string, string>>;
  readonly confirm?: Extract<TermsOutcome, { kind: "confirm" }>;
  readonly hold?: Awaited<ReturnType<typeof submitHold>>;
  readonly faults?: NonNullable<Awaited<ReturnType<typeof submitHold>>>["faults"];
};

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const form = await request.formData();
    if (form.get("intent") !== "terms") {
      const hold = await submitHold(ctx, form);
      return hold ? data<Answer>({ hold }, { status: 422 }) : redirect(page, 303);
    }
    const input = formInput(form, changeTerms.input);
    const typed = Object.fromEntries(retentionClasses.map((kind) => [kind, String(input[kind] ?? "")]));
    const outcome = await changeTerms.submit(ctx, input);
    if ("faults" in outcome) return data<Answer>({ typed, faults: outcome.faults }, { status: 422 });
    if (outcome.done.kind === "confirm") return data<Answer>({ typed, confirm: outcome.done });
    return redirect(`${page}?saved`, 303);
  },
  ["terms", "place", "lift"],
);

export default function Retention() {
  const { t } = useTranslation("team");
  const { title, classes, warnsOfCustoms, holds, isSaved } = useLoaderData<typeof loader>();
  const { typed, confirm, hold, faults = [] } = useActionData<typeof action>() ?? {};
  if (confirm && typed)
    return (
      <main id="main" tabIndex={-1} className="wide narrow">
        <Head title={t("retention.confirm.title")} back={{ to: page, label: title }} />
        <ConfirmTerms due={confirm.due} typed={typed} warning={confirm.warnsOfCustoms && t("retention.customs")} />
      </main>
    );
  const errors = faults.map(({ field, code }) => {
    const known = retentionClasses.find((kind) => kind === field);
    return { field, text: t(`fault.${code}`, { field: known ? t(`retention.class.${known}.name`) : field }) };
  });
  const [wrong] = hold?.faults ?? [];
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/settings", label: t("settings.title") }} />
      <div className="flow">
        <p className="muted">{t("retention.lead")}</p>
        {isSaved && errors.length === 0 && (
          <p className="note-plain" role="status">
            {t("retention.saved")}
          </p>
        )}
        {warnsOfCustoms && <p className="note">{t("retention.customs")}</p>}
      </div>
      <Terms classes={classes} typed={typed} errors={errors} />
      <section className="section" id="holds">
        <h2>{t("retention.holds.title")}</h2>
        <p className="muted">
          {t("retention.holds.lead")} {t("retention.holds.elsewhere")}
        </p>
        <Holds holds={holds} />
        <PlaceHold
          heading="h3"
          title={t("retention.holds.placeAll")}
          typed={hold?.reason}
          error={wrong && t(`fault.${wrong.code}`, { field: t("retention.holds.reason") })}
        />
      </section>
    </main>
  );
}
