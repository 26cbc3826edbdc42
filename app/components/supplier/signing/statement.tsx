import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText, type PageText } from "#app/i18n/page-text";

type StatementProps = { opening: string; clauses: readonly PageText[]; covers: string; unreviewed?: string };

/** The statement in the face of records, with what it covers; above it, that the English text decides, where it does. */
export function Statement({ opening, clauses, covers, unreviewed }: StatementProps) {
  const t = useSupplierTexts();
  return (
    <>
      {unreviewed && <p className="note">{unreviewed}</p>}
      <section className="signed-record" aria-label={t("sign.statement")}>
        <div className="record">
          <p>{opening}</p>
          <ol>
            {clauses.map((clause) => (
              <li key={bareText(clause)}>
                <ForeignText words={clause} />
              </li>
            ))}
          </ol>
        </div>
        <p className="signed-covers">{covers}</p>
      </section>
    </>
  );
}
