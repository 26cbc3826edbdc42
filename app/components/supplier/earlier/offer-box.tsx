import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { PageLine } from "#app/i18n/page-text";
import type { OfferView } from "#app/views/supplier/question/earlier";

/** What was signed before, above the question that is open: nothing is chosen, and one act takes it over. */
export function OfferBox({ offer, code }: { offer: OfferView; code: string }) {
  const t = useSupplierTexts();
  const { said, lines, askedAnew, use } = offer;
  return (
    <section className="offer" aria-label={t("earlier.title")}>
      <p className="hint small">{said}</p>
      <SaidLines lines={lines} />
      {askedAnew && <p>{t("earlier.anew")}</p>}
      {use && (
        <form method="post" action={use.action} className="flow">
          <p id="still-true">{t("earlier.ask")}</p>
          <input type="hidden" name="mark" value={use.mark} />
          <input type="hidden" name="basedOn" value={use.basedOn} />
          {use.files.length > 0 && (
            <div className="choices">
              {use.files.map(({ id, label }) => (
                <div className="choice" key={id}>
                  <input type="checkbox" name="file" value={id} id={`${code}.earlier.${id}`} />
                  <label htmlFor={`${code}.earlier.${id}`} dir="auto">
                    {label}
                  </label>
                </div>
              ))}
            </div>
          )}
          <p className="actions">
            <button type="submit" className="button button-second" aria-describedby="still-true">
              {t("earlier.still")}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

/** An answer in the face of records. */
export function SaidLines({ lines }: { lines: readonly PageLine[] }) {
  return (
    <ul className="as-typed record">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a table may say the same
        <li key={at} dir="auto">
          <ForeignText words={line} />
        </li>
      ))}
    </ul>
  );
}
