import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { changeReviewRules, showReviewRules } from "#app/services/team/reviews/rules/review-rules";
import { secondPersonChoices } from "#terms/reviews/decisions";

export const handle = { namespaces: ["team", "reviews"] } satisfies RouteHandle;

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const rules = await showReviewRules({ ...ctx, language }, {});
  const isSaved = new URL(request.url).searchParams.has("saved");
  return { ...rules, isSaved, title: ctx.t(language)("reviews:chosen.title") };
});

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const typed = formInput(await request.formData(), changeReviewRules.input);
  const outcome = await changeReviewRules.submit(ctx, typed);
  if ("faults" in outcome) return data({ days: String(typed.days), faults: outcome.faults }, { status: 422 });
  return redirect("/reviews/rules?saved=1", 303);
});

/** Which decisions need a second person, and how long a review may take. */
export default function ReviewRules() {
  const { t } = useTranslation(["reviews", "team"]);
  const team = useTexts("team");
  const { title, second, days, mayChange, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({
    field,
    text: team(`fault.${code}`, { field: t("chosen.days") }),
  }));
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/reviews", label: t("title") }} />
      {isSaved && (
        <p className="note-plain" role="status">
          {t("chosen.saved")}
        </p>
      )}
      <p>{t("chosen.text")}</p>
      <Form method="post" className="section flow" reloadDocument>
        <ErrorSummary title={team("form.problem")} errors={errors} />
        <fieldset disabled={!mayChange} className="flow">
          <legend className="label">{t("chosen.second")}</legend>
          <p className="muted">{t("chosen.always")}</p>
          <div className="choices">
            {secondPersonChoices.map((choice) => (
              <div key={choice} className="choice">
                <input
                  type="checkbox"
                  id={`second-${choice}`}
                  name="second"
                  value={choice}
                  defaultChecked={second.includes(choice)}
                />
                <label htmlFor={`second-${choice}`}>{t(`chosen.choice.${choice}`)}</label>
              </div>
            ))}
          </div>
        </fieldset>
        {mayChange ? (
          <>
            <TextField
              name="days"
              label={t("chosen.days")}
              value={answer?.days ?? String(days)}
              error={errors[0]?.text}
              width="in-s"
            />
            <div className="actions">
              <button type="submit" className="button">
                {t("chosen.submit")}
              </button>
            </div>
          </>
        ) : (
          <p className="muted">{t("chosen.fixed")}</p>
        )}
      </Form>
    </main>
  );
}
