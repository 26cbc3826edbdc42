import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { FieldView, FilledTableView } from "#app/views/supplier/controls";
import { RowsTable } from "./rows-table";
import { Totals } from "./totals";

/** The rows of a table that fills itself, each with its fields. @param draw draws one of them */
export function FilledTable({
  control: { name, rows, add, whole, fit },
  id,
  draw,
}: {
  control: FilledTableView;
  id: string;
  draw: (field: FieldView) => React.ReactNode;
}) {
  const t = useSupplierTexts();
  return (
    <div className="flow">
      {whole && <p className="tally">{whole.progress}</p>}
      {rows.map((row) => (
        <fieldset key={row.id} className="filled-row">
          <legend className="label">
            <bdi>
              <ForeignText words={row.name} />
            </bdi>
            {row.note && (
              <small>
                <ForeignText words={row.note} />
              </small>
            )}
          </legend>
          <input type="hidden" name={name} value={row.id} />
          <div className="filled-fields">{row.fields.map(draw)}</div>
        </fieldset>
      ))}
      <Totals fit={fit} />
      {add && (
        <p className="actions">
          <button type="submit" name="then" value={add.value} className="button-plain">
            <ForeignText words={add.label} />
          </button>
        </p>
      )}
      {whole && (
        <details open={whole.open}>
          <summary>{t("rows.caption")}</summary>
          <RowsTable control={whole.list} id={id} />
        </details>
      )}
    </div>
  );
}
