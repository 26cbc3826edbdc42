import { useTranslation } from "react-i18next";
import { ErrorSummary, TextArea } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { answerHelp } from "#app/services/help/answer-help";
import { showHelpThread } from "#app/services/help/show-thread";

export const meta = teamPageTitle;

const askedIn = ({ attestation = "", question = "" }: LoaderArgs["params"]) => ({ attestation, question });

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const shown = await showHelpThread({ ...ctx, language }, askedIn(params));
  return { ...shown, title: ctx.t(language)("team:help.about", { code: shown.code, title: shown.name }) };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const { answer, seen } = formInput(await request.formData(), answerHelp.input);
  const asked = askedIn(params);
  const outcome = await answerHelp.submit(ctx, { ...asked, answer, seen });
  if ("faults" in outcome) return data({ answer: String(answer), faults: outcome.faults }, { status: 422 });
  if (outcome.done === "full") return data({ answer: String(answer), faults: [] }, { status: 409 });
  return redirect(`/questions/${encodeURIComponent(asked.attestation)}/${encodeURIComponent(asked.question)}`, 303);
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function AnswerForm({ seen, isEnded, isMailed }: Shown) {
  const { t } = useTranslation("team");
  const answered = useActionData<typeof action>();
  const errors = (answered?.faults ?? []).map(({ code }) => ({
    field: "answer",
    text: t(`fault.${code}`, { field: t("help.answer") }),
  }));
  return (
    <Form method="post" className="section flow" reloadDocument>
      <ErrorSummary title={t("form.problem")} errors={errors} />
      {isEnded ? <p className="note">{t("help.ended")}</p> : !isMailed && <p className="note">{t("help.unmailed")}</p>}
      <input type="hidden" name="seen" value={seen} />
      <TextArea
        name="answer"
        label={t("help.answer")}
        hint={t("help.answerHint")}
        value={answered?.answer}
        error={errors[0]?.text}
        rows={6}
        dir="auto"
      />
      <div className="actions">
        <button type="submit" className="button">
          {t("help.send")}
        </button>
      </div>
    </Form>
  );
}

/** What a supplier asked about one question, and a field for the answer. */
export default function ThreadPage() {
  const { t } = useTranslation("team");
  const shown = useLoaderData<typeof loader>();
  const { title, supplier, campaign, reference, lines, isFull, mayAnswer } = shown;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head
        title={title}
        back={{ to: "/questions", label: t("help.title") }}
        meta={[t("help.of", { supplier: supplier.name, reference, campaign: campaign.name })]}
      />
      <p>
        <Link to={`/suppliers/${supplier.id}`}>
          <bdi>{supplier.name}</bdi>
        </Link>
      </p>
      {lines.map(({ by, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added at the end
        <figure key={at} className="section flow">
          <figcaption>{by}</figcaption>
          <blockquote className="typed-lines" dir="auto">
            {text}
          </blockquote>
        </figure>
      ))}
      {!mayAnswer && <p className="muted">{t("help.mayNot")}</p>}
      {mayAnswer && (isFull ? <p className="note">{t("help.full")}</p> : <AnswerForm {...shown} />)}
    </main>
  );
}
