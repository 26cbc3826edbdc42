import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { CodeView } from "#app/views/supplier/signing/code";

/** The code from the mail, and what to do where none came. Everything typed before goes along, unseen. */
export function CodePage({ view }: { view: CodeView }) {
  const t = useSupplierTexts();
  const { error, isLive, isUnsent } = view;
  const field = { id: "code", hint: t("sign.code.hint"), error: isLive ? error : undefined };
  return (
    <Frame
      frame={view.frame}
      before={<PageErrors errors={error ? [{ anchor: isLive ? "code" : "again", text: error }] : []} />}
      aside={
        <>
          <h2>{t("sign.code.noMail")}</h2>
          <p>{t("sign.code.noMailText", { buyer: view.buyer })}</p>
          <hr />
        </>
      }
    >
      <h1>{t("sign.code.title")}</h1>
      {isUnsent ? <p className="note">{t("sign.code.unsent")}</p> : view.sent && <p className="lead">{view.sent}</p>}
      <form method="post" id="page">
        {view.typed.map(({ name, value }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two fields may be the same and never move
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        {isLive && (
          <FieldBox {...field} label={t("sign.code.label")}>
            <input
              type="text"
              id="code"
              name="code"
              className="in-s ltr"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={40}
              aria-describedby={describedBy(field)}
              aria-invalid={field.error ? true : undefined}
            />
          </FieldBox>
        )}
        <div className="field actions">
          {isLive && (
            <button type="submit" className="button" name="codeStep" value="check">
              {view.button}
            </button>
          )}
          {isUnsent ? (
            <button type="submit" id="again" className="button" name="codeStep" value="without">
              {t("sign.code.without")}
            </button>
          ) : (
            <button type="submit" id="again" className="button button-second" name="codeStep" value="new">
              {t("sign.code.again")}
            </button>
          )}
          <button type="submit" className="button button-second" name="codeStep" value="back">
            {t("sign.code.back")}
          </button>
        </div>
      </form>
    </Frame>
  );
}
