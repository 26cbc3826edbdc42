import { Frame } from "#app/components/supplier/frame/frame";
import { SignedRecord } from "#app/components/supplier/signing/signed-record";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import type { AnswersView, SignedStatement } from "#app/views/supplier/signing/answers";
import { PrintedQuestion } from "./printed-question";

/** The whole questionnaire on paper: every question with its choices, and at the end what was signed. */
export function AnswersPage({ view }: { view: AnswersView }) {
  const t = useSupplierTexts();
  const { signed } = view;
  return (
    <Frame frame={view.frame}>
      <h1>{view.title}</h1>
      <p className="lead">{view.lead}</p>
      <p>
        <bdi>{view.frame.supplier}</bdi>
      </p>
      {!signed && <p>{t("answers.notSigned")}</p>}
      {view.sections.map(({ code, name, questions }) => (
        <section key={code} className="flow" aria-labelledby={`section-${code}`}>
          <h2 id={`section-${code}`}>
            {code}. <ForeignText words={name} />
          </h2>
          {questions.map((question) => (
            <PrintedQuestion key={question.code} question={question} isSigned={signed !== undefined} />
          ))}
        </section>
      ))}
      {signed && (
        <>
          <h2 id="statement">{t("answers.signed")}</h2>
          <Statement statement={signed.statement} />
          <SignedRecord facts={signed} about={t("answers.fingerprint")} />
        </>
      )}
    </Frame>
  );
}

function Statement({ statement: { notice, opening, clauses } }: { statement: SignedStatement }) {
  return (
    <section className="signed-record flow" aria-labelledby="statement">
      {notice && (
        <p className="small">
          <ForeignText words={notice} />
        </p>
      )}
      <div className="record">
        <p dir="auto">
          <ForeignText words={opening} />
        </p>
        <ol>
          {clauses.map((clause) => (
            <li key={bareText(clause)} dir="auto">
              <ForeignText words={clause} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
