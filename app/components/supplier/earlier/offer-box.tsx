import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { PageLine } from "#app/i18n/page-text";
import type { OfferView } from "#app/views/supplier/question/earlier";

/** The form that takes an answer over: it stands by itself, since its button is among the fields of another. */
const stillTrue = "still-true";

/** What of it is sent whatever is chosen; empty where nothing can be taken over. */
export function OfferForm({ offer }: { offer: OfferView | undefined }) {
  if (!offer?.use) return null;
  const { action, mark, basedOn } = offer.use;
  return (
    <form method="post" action={action} id={stillTrue} hidden>
      <input type="hidden" name="mark" value={mark} />
      <input type="hidden" name="basedOn" value={basedOn} />
    </form>
  );
}

/** What was signed before, below the question that is open: nothing is chosen, and one act takes it over. */
export function OfferBox({ offer, code }: { offer: OfferView; code: string }) {
  const t = useSupplierTexts();
  const { said, lines, askedAnew, use } = offer;
  return (
    <section className="offer" aria-label={t("earlier.title")}>
      <p className="hint small">{said}</p>
      <SaidLines lines={lines} />
      {askedAnew && <p>{t("earlier.anew")}</p>}
      {use && (
        <>
          <p id={`${stillTrue}-ask`}>{t("earlier.ask")}</p>
          {use.files.length > 0 && (
            <div className="choices">
              {use.files.map(({ id, label }) => (
                <div className="choice" key={id}>
                  <input type="checkbox" name="file" value={id} id={`${code}.earlier.${id}`} form={stillTrue} />
                  <label htmlFor={`${code}.earlier.${id}`} dir="auto">
                    {label}
                  </label>
                </div>
              ))}
            </div>
          )}
          <p className="actions">
            <button
              type="submit"
              form={stillTrue}
              className="button button-second"
              aria-describedby={`${stillTrue}-ask`}
            >
              {t("earlier.still")}
            </button>
          </p>
        </>
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
