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
      {view.said && <p className="hint">{view.said}</p>}
      <p className="lead">{view.lead}</p>
      {view.sections.map(({ code, name, questions }) => (
        <section key={code} className="flow" aria-labelledby={`section-${code}`}>
          <h2 id={`section-${code}`}>
            {code}. <ForeignText words={name} />
          </h2>
          {questions.some(({ askedAnew }) => askedAnew) && <p>{t("earlier.anew")}</p>}
          <dl className="summary">
            {questions.map((question) => (
              <div key={question.code}>
                <dt>
                  <span className="num">{question.code}</span> <ForeignText words={question.name} />
                </dt>
                <dd>
                  <SaidLines lines={question.lines} />
                </dd>
                <dd className="change">
                  <a href={question.href}>{t("check.answerCode", { code: question.code })}</a>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Frame>
  );
}
