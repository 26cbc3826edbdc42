import { Frame } from "#app/components/supplier/frame/frame";
import { LeaveDevice } from "#app/components/supplier/tasks/device-left-page";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ReceiptView } from "#app/views/supplier/signing/sign";
import { SignedRecord } from "./signed-record";

/** The proof of what was sent and when, and how anybody can check it without us. */
export function ReceiptPage({ view }: { view: ReceiptView }) {
  const t = useSupplierTexts();
  const { base, buyer } = view;
  return (
    <Frame
      frame={view.frame}
      aside={
        view.frame.voided ? undefined : (
          <>
            <h2>{t("receipt.next")}</h2>
            <p>{t("receipt.nextText", { buyer })}</p>
            <hr />
          </>
        )
      }
    >
      <div className="flow">
        <h1>{view.title}</h1>
        <p className="lead">{t("receipt.lead")}</p>
      </div>
      <SignedRecord facts={view} about={t("receipt.fingerprintText")} />
      <p className="actions">
        <a className="button" href={`${base}/receipt.pdf`} download>
          {t("receipt.pdf")}
        </a>
        <a className="button button-second" href={`${base}/receipt.json`} download={view.fileName}>
          {t("receipt.json")}
        </a>
        <a className="button button-second" href={`${base}/answers`}>
          {t("receipt.print")}
        </a>
      </p>
      {/* Ways on that nobody can follow on paper. */}
      {view.actions && (
        <p className="actions">
          <a href={view.actions}>{t("actions.title", { buyer })}</a>
        </p>
      )}
      {view.result && (
        <p className="actions">
          <a href={view.result}>{t("result.link", { buyer })}</a>
        </p>
      )}
      {view.mail && <p className="hint small">{t("receipt.mailed", { mail: view.mail })}</p>}
      <h2>{t("receipt.check")}</h2>
      <p>{t("receipt.checkText")}</p>
      <ol>
        <li>{t("receipt.steps.1")}</li>
        <li>
          {t("receipt.steps.2")}
          <code className="command ltr">sha256sum {view.fileName}</code>
          <code className="command ltr">certutil -hashfile {view.fileName} SHA256</code>
        </li>
        <li>{t("receipt.steps.3")}</li>
      </ol>
      <h2>{t("receipt.wrong")}</h2>
      <p>{t("receipt.wrongText")}</p>
      <LeaveDevice base={base} />
    </Frame>
  );
}
