import { FieldBox } from "#app/components/forms/field-box";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { DeclineView } from "#app/views/supplier/link";

/** Saying that one is not the one to ask, after reading what follows from it. */
export function DeclinePage({ view: { frame, reason, buyer, done, hint, action, back } }: { view: DeclineView }) {
  const t = useSupplierTexts();
  if (done) {
    return (
      <Frame frame={frame}>
        <h1>{t("decline.done", { buyer })}</h1>
        <p>{t("decline.doneText")}</p>
      </Frame>
    );
  }
  return (
    <Frame frame={frame}>
      <h1>{t(`decline.${reason}`, { buyer })}</h1>
      <p className="lead">{t(`decline.lead.${reason}`, { buyer })}</p>
      <form method="post" action={action} id="page" className="flow-wide">
        <input type="hidden" name="reason" value={reason} />
        {reason === "wrong-contact" && (
          <FieldBox
            id="hint"
            label={t("decline.hint")}
            optional={t("optional")}
            hint={t("decline.hintHint", { buyer })}
          >
            <input type="text" id="hint" name="hint" defaultValue={hint} maxLength={200} aria-describedby="hint-hint" />
          </FieldBox>
        )}
        <div className="actions">
          <button type="submit" className="button">
            {t(`decline.button.${reason}`, { buyer })}
          </button>
          <a href={back}>{t("decline.back")}</a>
        </div>
      </form>
    </Frame>
  );
}
