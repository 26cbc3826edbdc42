import { useTranslation } from "react-i18next";
import { ForeignText } from "#app/components/text/foreign-text";
import type { AnswerProblemsView } from "#app/views/team/supplier/answers";
import { AnswerLinks } from "./answer-link";

/** What does not fit together, and what was left open. */
export function AnswerProblems({ contradictions, blanks }: AnswerProblemsView) {
  const { t } = useTranslation("ratings");
  return (
    <section id="findings" className="section">
      <h2>
        {t("page.findings.title")} <span className="count">{contradictions.length}</span>
      </h2>
      {contradictions.length === 0 ? (
        <p className="muted">{t("page.findings.none")}</p>
      ) : (
        <ul className="findings">
          {contradictions.map(({ id, text, questions }) => (
            <li key={id}>
              <ForeignText words={text} /> <AnswerLinks codes={questions} />
            </li>
          ))}
        </ul>
      )}
      {blanks.length > 0 && <p>{t("page.findings.blanks", { list: blanks.join(", ") })}</p>}
    </section>
  );
}
