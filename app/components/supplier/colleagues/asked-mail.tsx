import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { AskedMailView } from "#app/views/supplier/colleagues";

/** The mail to a colleague before it is sent. Its form holds what was typed, so that nothing else can be sent from here. */
export function AskedMail({ mail: { from, to, subject, language, paragraphs, fields } }: { mail: AskedMailView }) {
  const t = useSupplierTexts();
  return (
    <form method="post" id="page" className="flow-wide">
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <section className="flow" aria-labelledby="mail">
        <h2 id="mail">{t("colleagues.mail.title")}</h2>
        <div className="mail-look">
          <dl>
            <dt>{t("colleagues.mail.from")}</dt>
            <dd>
              <bdi>{from.name}</bdi> <bdi className="code">{from.address}</bdi>
            </dd>
            <dt>{t("colleagues.mail.to")}</dt>
            <dd>
              <bdi>{to}</bdi>
            </dd>
            <dt>{t("colleagues.mail.subject")}</dt>
            <dd lang={language} dir="auto">
              <strong>{subject}</strong>
            </dd>
          </dl>
          {paragraphs.map((paragraph, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may say the same, and none ever moves
            <p key={place} className="typed-lines" dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
        <p className="hint">{t("colleagues.mail.link")}</p>
      </section>
      <div className="actions">
        <button type="submit" name="then" value="ask" className="button">
          {t("colleagues.send")}
        </button>
        <button type="submit" name="then" value="change" className="button button-second">
          {t("colleagues.mail.change")}
        </button>
      </div>
    </form>
  );
}
