import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { GiveBackView } from "#app/views/supplier/colleagues";

/** Giving back what one was asked, with a line to whoever asked. */
export function GiveBackPage({ view }: { view: GiveBackView }) {
  const t = useSupplierTexts();
  const { frame, asker, most } = view;
  if (view.done) {
    return (
      <Frame frame={frame}>
        <h1>{t("colleagues.giveBack.done", { asker })}</h1>
        <p>{t("colleagues.giveBack.doneText", { asker })}</p>
      </Frame>
    );
  }
  const error = view.tooLong ? t("error.too-long", { max: most }) : undefined;
  const hint = t("colleagues.giveBack.noteHint");
  return (
    <Frame frame={frame} before={<PageErrors errors={error ? [{ anchor: "note", text: error }] : []} />}>
      <h1>{t("colleagues.giveBack.title", { asker })}</h1>
      <p className="lead">{t("colleagues.giveBack.lead")}</p>
      <form method="post" action={view.action} id="page" className="flow-wide">
        <FieldBox
          id="note"
          label={t("colleagues.giveBack.note", { asker })}
          optional={t("optional")}
          hint={hint}
          error={error}
        >
          <textarea
            id="note"
            name="note"
            rows={4}
            defaultValue={view.note}
            dir="auto"
            aria-describedby={describedBy({ id: "note", hint, error })}
            aria-invalid={error !== undefined || undefined}
          />
        </FieldBox>
        <div className="actions">
          <button type="submit" className="button">
            {t("colleagues.giveBack.button")}
          </button>
          <a href={view.back}>{t("decline.back")}</a>
        </div>
      </form>
    </Frame>
  );
}
