import { asRow, asRowHead } from "#app/components/team/tables/table-roles";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { SupplierLine } from "#app/views/team/suppliers/supplier-line";
import type { SupplierColumn } from "#terms/suppliers/supplier-columns";
import { SupplierCell } from "./supplier-cell";

type RowProps = { line: SupplierLine; columns: readonly SupplierColumn[] };

/** One supplier. The roles are written out, since on a phone the row is laid out as a list and would lose them. */
export function SupplierRow({ line, columns }: RowProps) {
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead} className="frozen">
        <div className="supplier-pick">
          <Pick id={line.id} name={line.name} />
          <div className="supplier-name">
            <a href={line.href} data-row data-discover>
              <bdi>{line.name}</bdi>
            </a>
            <small>
              <bdi>{line.ref}</bdi> · {line.externalId !== undefined && <OwnNumber id={line.externalId} />}
              {line.place}
            </small>
          </div>
        </div>
      </th>
      {columns.map((column) =>
        column === "name" ? null : <SupplierCell key={column} column={column} line={line} columns={columns} />,
      )}
    </tr>
  );
}

/** Ticked, the supplier is compared with the others that are. */
function Pick({ id, name }: { id: string; name: string }) {
  const t = useTexts("ratings");
  return <input type="checkbox" name="ids" value={id} aria-label={t("compare.pick", { name })} />;
}

/** The buyer's own number: a row that was found by it must show it. */
function OwnNumber({ id }: { id: string }) {
  return (
    <>
      <bdi>{id}</bdi> ·{" "}
    </>
  );
}
