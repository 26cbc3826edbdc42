import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { UnsubscribeView } from "#app/views/supplier/link";

/** Asking for no more mail, and what follows from it. */
export function UnsubscribePage({ view: { frame, buyer, doneUntil, href } }: { view: UnsubscribeView }) {
  const t = useSupplierTexts();
  return (
    <Frame frame={frame}>
      <h1>{t(doneUntil ? "unsubscribe.done" : "unsubscribe.title")}</h1>
      <p>{doneUntil ? t("unsubscribe.doneText", { day: doneUntil }) : t("unsubscribe.text", { buyer })}</p>
      {doneUntil ? (
        <p>
          <a href={href}>{t("decline.back")}</a>
        </p>
      ) : (
        <form method="post" action={`${href}/unsubscribe`} className="actions">
          <button type="submit" className="button">
            {t("unsubscribe.button")}
          </button>
          <a href={href}>{t("decline.back")}</a>
        </form>
      )}
    </Frame>
  );
}
