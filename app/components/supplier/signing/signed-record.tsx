import { useSupplierTexts } from "#app/components/text/supplier-words";
import { Seal } from "#app/pictures/seal";
import type { SignedFacts } from "#app/views/supplier/signing/sign";

/** Who signed what and when, and its fingerprint. `about`: what that is the fingerprint of. */
export function SignedRecord({ facts, about }: { facts: SignedFacts; about: string }) {
  const t = useSupplierTexts();
  return (
    <section className="signed-record" aria-label={t("receipt.label")}>
      <div className="receipt">
        <div className="receipt-head">
          <Seal hash={facts.hash} name={t("receipt.seal")} marked />
          <p>
            <span className="hint small">{t("receipt.label")}</span>
            <br />
            <strong className="receipt-no num ltr">{facts.reference}</strong>
          </p>
        </div>
        <dl className="summary">
          <div>
            <dt>{t("receipt.sent")}</dt>
            <dd>
              {facts.sent} <small>{facts.sentUtc}</small>
            </dd>
          </div>
          <div>
            <dt>{t("receipt.signedBy")}</dt>
            <dd>{facts.signer}</dd>
          </div>
          {facts.confirmed && (
            <div>
              <dt>{t("receipt.confirmed")}</dt>
              <dd>{facts.confirmed}</dd>
            </div>
          )}
          {facts.approved && (
            <div>
              <dt>{t("approval.receipt")}</dt>
              <dd>
                <bdi>{facts.approved}</bdi>
              </dd>
            </div>
          )}
          {facts.corrects && (
            <div>
              <dt>{t("again.corrects")}</dt>
              <dd className="num ltr">{facts.corrects}</dd>
            </div>
          )}
          <div>
            <dt>{t("receipt.questions")}</dt>
            <dd>
              {facts.questions} <small>{facts.answers}</small>
            </dd>
          </div>
          {facts.given && (
            <div>
              <dt>{t("standIn.label")}</dt>
              <dd>{facts.given}</dd>
            </div>
          )}
          {facts.byColleagues && (
            <div>
              <dt>{t("colleagues.receiptLabel")}</dt>
              <dd>{facts.byColleagues}</dd>
            </div>
          )}
        </dl>
        <div className="flow">
          <p>
            <strong>{t("receipt.fingerprint")}</strong> <span className="hint small">{about}</span>
          </p>
          <p className="hash ltr">
            {(facts.hash.match(/.{1,16}/g) ?? []).map((pair, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be the same and never move
              <span key={at}>
                <span>{pair.slice(0, 8)}</span>
                <span>{pair.slice(8)}</span>
              </span>
            ))}
          </p>
        </div>
      </div>
    </section>
  );
}
