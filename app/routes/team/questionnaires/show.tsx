import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { SelectField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { LanguageStates } from "#app/components/team/languages/language-states";
import { teamLanguage } from "#app/http/team-session.server";
import { joinItems } from "#app/i18n/writing/punctuation";
import { teamPageTitle } from "#app/page/title";
import { Form } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showQuestionnaire } from "#app/services/team/questionnaires/show-questionnaire";

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request, params }) => {
  const language = new URL(request.url).searchParams.get("in") ?? undefined;
  const wanted = { id: params.id ?? "", version: params.version, language };
  return showQuestionnaire({ ...ctx, language: teamLanguage(request) }, wanted);
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Words = Loaded["sections"][number]["title"];

function Said({ words }: { words: Words }) {
  return words ? (
    <bdi lang={words.lang} dir="auto">
      {words.text}
    </bdi>
  ) : null;
}

function Question({ question }: { question: Loaded["sections"][number]["questions"][number] }) {
  const { t } = useTranslation("team");
  return (
    <li id={question.id} className="flow">
      <h3>
        <span className="question-code">{question.id}</span> <Said words={question.title} />
      </h3>
      {question.hint && (
        <p className="muted">
          <Said words={question.hint} />
        </p>
      )}
      {question.options.length > 0 && (
        <ul>
          {question.options.map((option) => (
            <li key={option.text}>
              <Said words={option} />
            </li>
          ))}
        </ul>
      )}
      {question.why && (
        <p className="muted small">
          {t("questionnaires.why")} <Said words={question.why} />
        </p>
      )}
      {!question.always && <p className="dim small">{t("questionnaires.sometimes")}</p>}
    </li>
  );
}

export default function QuestionnairePage() {
  const { t } = useTranslation("team");
  const { id, version, language, title, fingerprint, changes, laws, states, sections } = useLoaderData<typeof loader>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head
        title={title}
        back={{ to: "/questionnaires", label: t("questionnaires.title") }}
        meta={[
          t("questionnaires.version", { version }),
          <span key="fingerprint">
            SHA-256 <span className="mono hash">{fingerprint}</span> <CopyButton text={fingerprint} what="SHA-256" />
          </span>,
        ]}
      />
      {(["added", "changed"] as const).map((what) => {
        const codes = changes?.[what] ?? [];
        return codes.length === 0 ? null : (
          <p key={what} className="muted">
            {t(`questionnaires.${what}`, { before: version - 1, codes: joinItems(codes, "en") })}
          </p>
        );
      })}
      <Form method="get" className="filters">
        <SelectField
          name="in"
          label={t("questionnaires.readIn")}
          value={language}
          choices={states.map(({ language: tag, endonym }) => ({ value: tag, label: endonym, lang: tag }))}
        />
        <button type="submit" className="button button-second">
          {t("campaign.message.show")}
        </button>
      </Form>
      <details>
        <summary>{t("questionnaires.complete")}</summary>
        <LanguageStates states={states} />
      </details>
      <details>
        <summary>{t("questionnaires.laws")}</summary>
        <ul>
          {laws.map((law) => (
            <li key={law.id}>
              <Said words={law.name} />
              {law.from && <span className="muted"> {t("campaign.regimeFrom", { day: law.from })}</span>}
              {law.source && (
                <span className="muted">
                  {" "}
                  <Said words={law.source} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
      <nav className="section" aria-label={t("questionnaires.sections")}>
        <ol className="contents">
          {sections.map((section) => (
            <li key={section.id}>
              <a href={`#section-${section.id}`}>
                <span className="question-code">{section.id}</span> <Said words={section.title} />
              </a>{" "}
              <span className="count">{t("questionnaires.count", { count: section.questions.length })}</span>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <section key={`${id} ${section.id}`} id={`section-${section.id}`} className="section">
          <h2>
            {section.id} <Said words={section.title} />
          </h2>
          <ol className="questions">
            {section.questions.map((question) => (
              <Question key={question.id} question={question} />
            ))}
          </ol>
        </section>
      ))}
    </main>
  );
}
