import { ApproverFields } from "#app/components/supplier/approval/approver-fields";
import { Field } from "#app/components/supplier/controls/field";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { SignView } from "#app/views/supplier/signing/sign";
import { Statement } from "./statement";

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
      {view.note && (
        <div className="note flow" role="alert">
          <p>{view.note.text}</p>
          {view.note.reason && (
            <blockquote className="typed-lines" dir="auto">
              {view.note.reason}
            </blockquote>
          )}
        </div>
      )}
      <Statement {...view} />
      <form method="post" id="page">
        <input type="hidden" name="basedOn" value={view.revision} />
        {view.fields.map((field) => (
          <Field key={field.id} field={field} />
        ))}
        <ApproverFields view={view.approver} />
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
