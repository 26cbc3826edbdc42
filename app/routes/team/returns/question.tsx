import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { ReturnForm } from "#app/components/team/returns/return-form";
import { Answers } from "#app/components/team/returns/returned-question";
import { ForeignText } from "#app/components/text/foreign-text";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { putReturnedQuestion } from "#app/services/returns/put-question";
import { showReturnForm } from "#app/services/returns/show-return-form";
import styles from "#app/styles/team/returns.css?url";

export const meta = teamPageTitle;

export const links = () => [{ rel: "stylesheet", href: styles }];

const askedIn = ({ attestation = "", question = "" }: LoaderArgs["params"]) => ({ attestation, question });

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const shown = await showReturnForm({ ...ctx, language }, askedIn(params));
  return { ...shown, title: ctx.t(language)("team:returns.form.title", { code: shown.code }) };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const { comment } = formInput(await request.formData(), putReturnedQuestion.input);
  const asked = askedIn(params);
  const outcome = await putReturnedQuestion.submit(ctx, { ...asked, comment });
  if ("faults" in outcome) return data({ comment: String(comment), faults: outcome.faults }, { status: 422 });
  // Where something went back already the page says so.
  if (outcome.done === "sent") return data({ comment: String(comment), faults: [] }, { status: 409 });
  return redirect(`/reviews/${encodeURIComponent(asked.attestation)}/returned`, 303);
});

/** One question of what was signed, and a field for why it goes back. */
export default function ReturnQuestion() {
  const { t } = useTranslation("team");
  const { title, code, name, supplier, reference, answer, list, form } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [wrong] = answered?.faults ?? [];
  const error = wrong && t(`fault.${wrong.code}`, { field: t("returns.form.comment"), ...wrong.params });
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: list, label: t("returns.list.title") }} meta={[supplier.name, reference]} />
      <h2>
        {code} <ForeignText words={name} />
      </h2>
      <Answers pairs={[[t("returns.form.signed"), answer]]} />
      {form ? (
        <ReturnForm form={form} typed={answered && error ? { comment: answered.comment, error } : undefined} />
      ) : (
        <p className="note">
          {t("returns.form.sent")} <Link to={list}>{t("returns.list.title")}</Link>
        </p>
      )}
    </main>
  );
}
