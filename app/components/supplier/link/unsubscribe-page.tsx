import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { UnsubscribeView } from "#app/views/supplier/link";

/** Asking for no more mail, and what follows from it. */
export function UnsubscribePage({ view }: { view: UnsubscribeView }) {
  const { frame, buyer, done, until, href, action } = view;
  const t = useSupplierTexts();
  const back = href && <a href={href}>{t("decline.back")}</a>;
  const asked = t(until ? "unsubscribe.text" : "unsubscribe.textEnded", { buyer });
  return (
    <Frame frame={frame}>
      <h1>{t(done ? "unsubscribe.done" : "unsubscribe.title")}</h1>
      {done ? until && <p>{t("unsubscribe.doneText", { day: until })}</p> : <p>{asked}</p>}
      {done ? (
        <p>{back}</p>
      ) : (
        <form method="post" action={action} className="actions">
          <button type="submit" className="button">
            {t("unsubscribe.button")}
          </button>
          {back}
        </form>
      )}
    </Frame>
  );
}
