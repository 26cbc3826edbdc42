import { Field } from "#app/components/supplier/controls/field";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import type { SignView } from "#app/views/supplier/signing/sign";

/** The statement in the face of records, who signs it, and one button that names the act. */
export function SignPage({ view }: { view: SignView }) {
  const t = useSupplierTexts();
  const { gap } = view;
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : <PageErrors errors={view.errors} />}
      aside={
        <>
          <h2>{t("sign.after")}</h2>
          <p>{t(view.isMailed ? "sign.afterText" : "sign.afterWithoutMail")}</p>
          <hr />
        </>
      }
    >
      <h1>{t("sign.title")}</h1>
      {view.changed && (
        <p className="note" role="alert">
          {t("sign.changed")}
        </p>
      )}
      {gap && (
        <p className="note">
          {t("sign.notYet")} <a href={gap.href}>{gap.text}</a>
        </p>
      )}
      {view.unreviewed && <p className="note">{view.unreviewed}</p>}
      <section className="signed-record" aria-label={t("sign.statement")}>
        <div className="record">
          <p>{view.opening}</p>
          <ol>
            {view.clauses.map((clause) => (
              <li key={bareText(clause)}>
                <ForeignText words={clause} />
              </li>
            ))}
          </ol>
        </div>
        <p className="signed-covers">{view.covers}</p>
      </section>
      <form method="post" id="page">
        <input type="hidden" name="basedOn" value={view.revision} />
        {view.fields.map((field) => (
          <Field key={field.id} field={field} />
        ))}
        {view.codeFirst && <p className="hint">{view.codeFirst}</p>}
        <div className="field actions">
          {gap ? (
            <>
              <button type="button" className="button" aria-disabled="true" aria-describedby="why-not">
                {t("sign.button")}
              </button>
              <p id="why-not">
                {t("sign.notYet")} <a href={gap.href}>{gap.text}</a>
              </p>
            </>
          ) : (
            <button type="submit" className="button">
              {t("sign.button")}
            </button>
          )}
        </div>
      </form>
    </Frame>
  );
}
