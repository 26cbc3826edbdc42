import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { Seal } from "#app/pictures/seal";
import type { ReceiptView } from "#app/views/supplier/signing/sign";

/** The proof of what was sent and when, and how anybody can check it without us. */
export function ReceiptPage({ view }: { view: ReceiptView }) {
  const t = useSupplierTexts();
  const { base, buyer } = view;
  return (
    <Frame
      frame={view.frame}
      aside={
        <>
          <h2>{t("receipt.next")}</h2>
          <p>{t("receipt.nextText", { buyer })}</p>
          <hr />
        </>
      }
    >
      <div className="flow">
        <h1>{view.title}</h1>
        <p className="lead">{t("receipt.lead")}</p>
      </div>
      <section className="signed-record" aria-label={t("receipt.label")}>
        <div className="receipt">
          <div className="receipt-head">
            <Seal hash={view.hash} name={t("receipt.seal")} marked />
            <p>
              <span className="hint small">{t("receipt.label")}</span>
              <br />
              <strong className="receipt-no num ltr">{view.reference}</strong>
            </p>
          </div>
          <dl className="summary">
            <div>
              <dt>{t("receipt.sent")}</dt>
              <dd>
                {view.sent} <small>{view.sentUtc}</small>
              </dd>
            </div>
            <div>
              <dt>{t("receipt.signedBy")}</dt>
              <dd>{view.signer}</dd>
            </div>
            <div>
              <dt>{t("receipt.questions")}</dt>
              <dd>
                {view.questions} <small>{view.answers}</small>
              </dd>
            </div>
            {view.given && (
              <div>
                <dt>{t("standIn.label")}</dt>
                <dd>{view.given}</dd>
              </div>
            )}
          </dl>
          <div className="flow">
            <p>
              <strong>{t("receipt.fingerprint")}</strong>{" "}
              <span className="hint small">{t("receipt.fingerprintText")}</span>
            </p>
            <p className="hash ltr">
              {(view.hash.match(/.{1,8}/g) ?? []).map((piece, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be the same and never move
                <span key={at}>{piece}</span>
              ))}
            </p>
          </div>
        </div>
      </section>
      <p className="actions">
        <a className="button" href={`${base}/receipt.json`} download={view.fileName}>
          {t("receipt.json")}
        </a>
        <a className="button button-second" href={`${base}/answers`}>
          {t("receipt.print")}
        </a>
      </p>
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
    </Frame>
  );
}
