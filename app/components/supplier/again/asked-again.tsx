import { SaidLines } from "#app/components/supplier/earlier/offer-box";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { AgainQuestionView, AgainView } from "#app/views/supplier/question/again";

/** Why a question is asked again, as it was written: in any language, and never more than text. */
export function WhyAgain({ comment, by }: Pick<AgainQuestionView, "comment" | "by">) {
  return (
    <blockquote className="record-quote">
      <p className="record as-typed" dir="auto">
        {comment}
      </p>
      <footer className="record-by" dir="auto">
        {by}
      </footer>
    </blockquote>
  );
}

/** The questions asked again, each with why, what was signed and what is answered now. */
export function AskedAgain({ again }: { again: AgainView }) {
  const t = useSupplierTexts();
  return (
    <>
      {again.questions.map((question) => (
        <section key={question.code} className="flow" aria-labelledby={`again-${question.code}`}>
          <h2 id={`again-${question.code}`}>
            {question.code} <ForeignText words={question.name} />
          </h2>
          <WhyAgain {...question} />
          <BothAnswers question={question} />
          {question.href && (
            <p>
              <a className={question.after ? undefined : "button button-second"} href={question.href}>
                {t(question.after ? "again.change" : "again.answer", { code: question.code })}
              </a>
            </p>
          )}
        </section>
      ))}
      {again.also.length > 0 && (
        <>
          <h2>{t("again.also")}</h2>
          <ul className="plain-list">
            {again.also.map(({ code, name, href }) => (
              <li key={code}>
                <a href={href}>
                  {code} <ForeignText words={name} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function BothAnswers({ question: { signed, before, after } }: { question: AgainQuestionView }) {
  const t = useSupplierTexts();
  return (
    <dl className="both">
      {before && (
        <div>
          <dt>{signed}</dt>
          <dd>
            <SaidLines lines={before} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t("again.new")}</dt>
        <dd>{after ? <SaidLines lines={after} /> : t("again.open")}</dd>
      </div>
    </dl>
  );
}

/** The same on the page of the question. `isOffered`: what was signed stands there already, with a way to use it again. */
export function AgainOnQuestion({ again, isOffered }: { again: AgainQuestionView; isOffered: boolean }) {
  return (
    <>
      <WhyAgain {...again} />
      {!isOffered && again.before && (
        <section className="offer" aria-label={again.signed}>
          <p className="hint small">{again.signed}</p>
          <SaidLines lines={again.before} />
        </section>
      )}
    </>
  );
}
