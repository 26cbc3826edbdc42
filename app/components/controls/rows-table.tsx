import { useSupplierWords } from "#app/components/supplier-words";
import { Said } from "#app/components/words";
import { labelled } from "#app/i18n/punctuation";
import { useLanguage } from "#app/i18n/use-words";
import { plainWords, type Words } from "#app/i18n/words";
import type { RowView, TableView } from "./control-view";

/** The rows of a table with what can be done to each. Every row has a page of its own. */
export function RowsTable({ control, id, label }: { control: TableView; id: string; label?: Words }) {
  const t = useSupplierWords();
  const { rows, none, full, tally, add } = control;
  return (
    <div className="flow">
      {rows.length > 0 && <Rows control={control} label={label} />}
      {rows.length > 0 && (
        <p className="tally">
          <strong className="num">{tally.figure}</strong> {tally.text}
        </p>
      )}
      {none && (
        <div className="choices">
          <div className="choice">
            <input type="checkbox" name={none.name} id={none.name} value="yes" defaultChecked={none.on} />
            <label htmlFor={none.name}>
              <Said words={none.label} />
            </label>
          </div>
        </div>
      )}
      {!full && (
        <p className="actions">
          <Go control={control} to="new" id={`${id}.add`} className="button button-second">
            <Said words={add} />
          </Go>
          <Go control={control} to="paste" className="button-plain">
            {t("rows.paste")}
          </Go>
        </p>
      )}
    </div>
  );
}

function Rows({ control, label }: { control: TableView; label?: Words }) {
  const t = useSupplierWords();
  const { rows, head, totals } = control;
  return (
    <table className="rows">
      <caption className="visually-hidden">{label ? <Said words={label} /> : t("rows.caption")}</caption>
      <thead>
        <tr>
          {head.map((words) => (
            <th scope="col" key={plainWords(words)}>
              <Said words={words} />
            </th>
          ))}
          <th scope="col" className="do">
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
            <Cells cells={totals} head={head} />
            <td className="do" />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Row({ row: { id, name, cells }, control }: { row: RowView; control: TableView }) {
  const t = useSupplierWords();
  return (
    <tr>
      <th scope="row">
        <bdi>
          <Said words={name} />
        </bdi>
      </th>
      <Cells cells={cells} head={control.head} />
      <td className="do">
        <Go control={control} to={id} className="button-plain">
          {t("rows.change")}
          <span className="visually-hidden"> {plainWords(name)}</span>
        </Go>
        <Go control={control} to={`${id}/remove`} className="button-plain">
          {t("rows.remove")}
          <span className="visually-hidden"> {plainWords(name)}</span>
        </Go>
      </td>
    </tr>
  );
}

/** Cells after the one that names the row. On a phone each says which column it is; an empty one is not there. */
function Cells({ cells, head }: { cells: readonly Words[]; head: readonly Words[] }) {
  const language = useLanguage();
  return cells.map((cell, at) => {
    const label = plainWords(head[at + 1] ?? "");
    return cell === "" ? (
      <td key={label} />
    ) : (
      <td key={label} data-label={labelled(label, "", language)}>
        <bdi>
          <Said words={cell} />
        </bdi>
      </td>
    );
  });
}

type GoProps = { control: TableView; to: string; id?: string; className: string; children: React.ReactNode };

/** A link, or a button that keeps what else was typed on the page before it leaves. */
function Go({ control, to, id, className, children }: GoProps) {
  if (!control.keepsPage) {
    return (
      <a id={id} href={`${control.href}/${to}`} className={className === "button-plain" ? undefined : className}>
        {children}
      </a>
    );
  }
  return (
    <button type="submit" id={id} name="then" value={`row:${control.part}/${to}`} className={className}>
      {children}
    </button>
  );
}
