import { Trans } from "react-i18next";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText, type PageText } from "#app/i18n/page-text";
import type { RowView, TableView } from "#app/views/supplier/controls";
import { ColumnHeads, RowCells } from "./row-cells";
import { Totals } from "./totals";

/** The rows of a table with what can be done to each. Every row has a page of its own. */
export function RowsTable({ control, id, label }: { control: TableView; id: string; label?: PageText }) {
  const t = useSupplierTexts();
  const { rows, count, none, full, most, add, given, pages, fit } = control;
  return (
    <div className="flow">
      {rows.length > 0 && <Rows control={control} label={label} />}
      {pages && <ListPages pages={pages} />}
      {rows.length > 0 && !given && (
        <p className="tally">
          <Trans
            t={t}
            // Trans looks for the namespace on t, and a cached t does not carry it.
            ns="supplier"
            i18nKey="rows.tally"
            count={count}
            values={{ max: most }}
            components={{ figure: <strong className="num" /> }}
          />
        </p>
      )}
      <Totals fit={fit} />
      {none?.atOnce && (
        <p className="actions">
          <button type="submit" name={none.name} value="yes" className="button button-second">
            <ForeignText words={none.label} />
          </button>
        </p>
      )}
      {none && !none.atOnce && (
        <div className="choices">
          <div className="choice">
            <input type="checkbox" name={none.name} id={none.name} value="yes" defaultChecked={none.on} />
            <label htmlFor={none.name}>
              <ForeignText words={none.label} />
            </label>
          </div>
        </div>
      )}
      {full ? (
        <p className="note" id={`${id}.add`} tabIndex={-1}>
          {t("rows.full", { max: most })}
        </p>
      ) : (
        <p className="actions">
          {!given && (
            <RowLink control={control} to="new" id={`${id}.add`} className="button button-second">
              <ForeignText words={add} />
            </RowLink>
          )}
          <RowLink control={control} to="paste" id={given ? `${id}.add` : undefined} className="button-plain">
            {t("rows.paste")}
          </RowLink>
        </p>
      )}
    </div>
  );
}

/** Buttons, which keep what else was typed on the page before it leaves. */
function ListPages({ pages }: { pages: NonNullable<TableView["pages"]> }) {
  return (
    <ul className="list-pages">
      {pages.map(({ label, value, current }) => (
        <li key={value}>
          <button type="submit" name="then" value={value} className="button-plain" aria-current={current || undefined}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Rows({ control, label }: { control: TableView; label?: PageText }) {
  const t = useSupplierTexts();
  const { rows, head, totals } = control;
  return (
    <table className="rows">
      <caption className="visually-hidden">{label ? <ForeignText words={label} /> : t("rows.caption")}</caption>
      <thead>
        <tr>
          <ColumnHeads head={head} />
          <th scope="col" className="row-actions">
            <span className="visually-hidden">{t("rows.changeOrRemove")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} control={control} />
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <th scope="row">{t("rows.total")}</th>
            <RowCells cells={totals} head={head} />
            <td className="row-actions" />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Row({ row: { id, name, cells }, control }: { row: RowView; control: TableView }) {
  const t = useSupplierTexts();
  return (
    <tr>
      <th scope="row">
        <bdi>
          <ForeignText words={name} />
        </bdi>
      </th>
      <RowCells cells={cells} head={control.head} />
      <td className="row-actions">
        <RowLink control={control} to={id} className="button-plain">
          {t("rows.change")}
          <span className="visually-hidden"> {bareText(name)}</span>
        </RowLink>
        {!control.given && (
          <RowLink control={control} to={`${id}/remove`} className="button-plain">
            {t("rows.remove")}
            <span className="visually-hidden"> {bareText(name)}</span>
          </RowLink>
        )}
      </td>
    </tr>
  );
}

type RowLinkProps = { control: TableView; to: string; id?: string; className: string; children: React.ReactNode };

/** A button that keeps what else was typed on the page before it leaves: a comment at least. */
function RowLink({ control, to, id, className, children }: RowLinkProps) {
  return (
    <button type="submit" id={id} name="then" value={`row:${control.part}/${to}`} className={className}>
      {children}
    </button>
  );
}
