import { Icon } from "#app/components/frame/icon";
import { DueWords } from "#app/components/supplier/frame/due-words";
import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ColleagueLandingView } from "#app/views/supplier/colleagues";

/** What a colleague's link opens: asked by a person, in that person's words. */
export function ColleagueLandingPage({ view }: { view: ColleagueLandingView }) {
  const t = useSupplierTexts();
  const { asker, buyer, name, supplier, note, askedOn } = view;
  return (
    <Frame frame={view.frame} asideLabel={t("language.label")}>
      <div>
        <p className="kicker">{t("colleagues.landing.kicker", { name, supplier })}</p>
        <h1>{view.title}</h1>
      </div>
      {note !== "" && (
        <blockquote className="record-quote">
          <p className="record typed-lines" dir="auto">
            {note}
          </p>
          <footer className="record-by">{t("colleagues.landing.by", { asker, day: askedOn })}</footer>
        </blockquote>
      )}
      {view.approval && <p className="lead">{view.approval}</p>}
      <dl className="facts">
        {view.sections.length > 0 && (
          <div>
            <dt>{t("colleagues.landing.sections")}</dt>
            <dd>
              <ul className="plain-list">
                {view.sections.map((section) => (
                  <li key={section.code}>
                    {section.code}. <ForeignText words={section.name} />{" "}
                    <small className="hint">{section.questions}</small>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {view.time && (
          <div>
            <dt>{t("landing.time")}</dt>
            <dd>{view.time}</dd>
          </div>
        )}
        <div>
          <dt>{t("landing.answerBy")}</dt>
          <dd>
            <DueWords due={view.due} />
          </dd>
        </div>
      </dl>
      <form className="actions" method="post" action={view.start}>
        {view.chosen && <input type="hidden" name="language" value={view.chosen} />}
        <button type="submit" className="button button-start">
          {t(view.started ? "landing.go.started" : "landing.go.new")} <Icon name="forward" mirrored />
        </button>
        <span className="hint small">{t("landing.anyTime")}</span>
      </form>
      {view.approval === undefined && (
        <>
          <h2>{t("colleagues.landing.know")}</h2>
          <ul>
            <li>{t("colleagues.landing.named", { asker, buyer })}</li>
            <li>{t("colleagues.landing.only")}</li>
          </ul>
        </>
      )}
      <h2>{t("landing.real")}</h2>
      <p>
        {t("colleagues.landing.real", { asker })} <bdi className="num proof">{view.proof}</bdi>
      </p>
      <p>{t("colleagues.landing.never")}</p>
      <h2>{t("colleagues.landing.notYou")}</h2>
      <p>
        <a href={view.giveBack}>{t("colleagues.landing.giveBack", { asker })}</a>
      </p>
    </Frame>
  );
}
