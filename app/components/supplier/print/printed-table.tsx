import { ColumnHeads, RowCells } from "#app/components/supplier/controls/row-cells";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import type { PrintedField } from "#app/views/supplier/signing/answers";
import { PrintedOptions } from "./printed-options";

/** Rows that were given; while there are none, what a row holds. */
export function PrintedTable({ field }: { field: Extract<PrintedField, { kind: "table" }> }) {
  const t = useSupplierTexts();
  const { head, rows, totals, choices, none } = field;
  return (
    <div className="flow">
      {rows.length > 0 ? (
        <table className="rows">
          <caption className="visually-hidden">{t("rows.caption")}</caption>
          <thead>
            <tr>
              <ColumnHeads head={head} />
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = "", ...cells], at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and they never move
              <tr key={at}>
                <th scope="row">
                  <bdi>
                    <ForeignText words={name} />
                  </bdi>
                </th>
                <RowCells cells={cells} head={head} />
              </tr>
            ))}
          </tbody>
          {totals && (
            <tfoot>
              <tr>
                <th scope="row">{t("rows.total")}</th>
                <RowCells cells={totals} head={head} />
              </tr>
            </tfoot>
          )}
        </table>
      ) : (
        <ul>
          {head.map((words) => (
            <li key={bareText(words)} className="to-write-on">
              <ForeignText words={words} />
            </li>
          ))}
        </ul>
      )}
      {choices.length > 0 && (
        <div className="small">
          <p className="hint">{t("answers.choices")}</p>
          <ul>
            {choices.map((line) => (
              <li key={bareText(line)}>
                <ForeignText words={line} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {none && <PrintedOptions options={[none]} several />}
    </div>
  );
}
