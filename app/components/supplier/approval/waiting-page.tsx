import { NotSaved } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { WaitingView } from "#app/views/supplier/signing/approval";

/** A signature that waits for a second person: who has it, and the way to take it back. */
export function WaitingPage({ view }: { view: WaitingView }) {
  const t = useSupplierTexts();
  return (
    <Frame frame={view.frame} before={view.notSaved ? <NotSaved /> : undefined}>
      <h1>{view.title}</h1>
      <p className="lead">{view.text}</p>
      <p>
        <bdi>{view.email}</bdi>
      </p>
      {view.over ? (
        <p className="note">{view.over}</p>
      ) : (
        <p>
          {t("colleagues.proof")} <bdi className="num proof">{view.proof}</bdi>
        </p>
      )}
      {view.link && (
        <p>
          {t("colleagues.handOver")} <span className="handed-link ltr">{view.link}</span>
        </p>
      )}
      <form method="post" className="field">
        <input type="hidden" name="generation" value={view.generation} />
        <p className="hint">{t("colleagues.renewHint")}</p>
        <button type="submit" className="button" name="then" value="renew">
          {t(view.isMailed ? "approval.again" : "colleagues.renew")}
        </button>
      </form>
      <form method="post" className="field">
        <p className="hint">{t("approval.takeBackHint")}</p>
        <button type="submit" className="button button-second" name="then" value="withdraw">
          {t("colleagues.takeBack")}
        </button>
      </form>
    </Frame>
  );
}
