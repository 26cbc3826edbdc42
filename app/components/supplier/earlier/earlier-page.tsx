import { FieldHelp } from "#app/components/forms/field-help";
import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { EarlierView } from "#app/views/supplier/question/earlier";
import { SaidLines } from "./offer-box";

/** Everything that was signed before of questions that are open, each with the way to where it can be taken over. */
export function EarlierPage({ view }: { view: EarlierView }) {
  const t = useSupplierTexts();
  return (
    <Frame frame={view.frame}>
      <h1>{t("earlier.title")}</h1>
      <p className="lead">{view.lead}</p>
      {view.sections.map(({ code, name, questions }) => (
        <section key={code} className="flow" aria-labelledby={`section-${code}`}>
          <h2 id={`section-${code}`}>
            {code}. <ForeignText words={name} />
          </h2>
          <dl className="summary">
            {questions.map((question) => (
              <div key={question.code}>
                <dt>
                  <span className="num">{question.code}</span> <ForeignText words={question.name} />
                </dt>
                <dd>
                  <SaidLines lines={question.lines} />
                  <small>{question.said}</small>
                  {question.askedAnew && <small>{t("earlier.anew")}</small>}
                </dd>
                <dd className="change">
                  <a href={question.href}>{t("check.answerCode", { code: question.code })}</a>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {view.elsewhere && <OtherLink {...view.elsewhere} />}
    </Frame>
  );
}

/** The link of a request of another buyer: whoever puts it in wants its answers offered. */
function OtherLink({ text, error }: NonNullable<EarlierView["elsewhere"]>) {
  const t = useSupplierTexts();
  return (
    <form method="post" className="flow">
      <p>{text}</p>
      <div className={error ? "field field-error" : "field"}>
        <label htmlFor="link">{t("earlier.elsewhere.link")}</label>
        <FieldHelp id="link" error={error} />
        <input
          id="link"
          name="link"
          dir="ltr"
          maxLength={2000}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error && "link-error"}
        />
      </div>
      <p className="actions">
        <button type="submit" className="button button-second">
          {t("earlier.elsewhere.button")}
        </button>
      </p>
    </form>
  );
}
