import { useTranslation } from "react-i18next";
import { Link, useLocation } from "#app/router/api/navigation";
import type { ImportColumn, ImportSample } from "#app/views/team/import";
import { importFields } from "#terms/suppliers/import-fields";

/** The same page with one thing chosen otherwise. */
export function useChosen(): (name: string, value: string) => string {
  const { search } = useLocation();
  return (name, value) => {
    const query = new URLSearchParams(search);
    query.set(name, value);
    return `?${query}`;
  };
}

function Samples({ column }: { column: ImportColumn }) {
  const { t } = useTranslation("team");
  if (column.filled === 0) return <span className="muted">{t("import.columns.empty")}</span>;
  const line = ({ cell, became, understood }: ImportSample) => (
    <li key={cell}>
      <bdi className="muted">{cell}</bdi>
      {column.field !== undefined && (
        <>
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t("import.columns.became")}</span>
          {became !== "" && <bdi>{became}</bdi>}
          {became === "" && <em>{t(understood ? "import.columns.nothing" : "import.columns.notUnderstood")}</em>}
        </>
      )}
    </li>
  );
  return <ul className="reads">{column.samples.map(line)}</ul>;
}

function Question({ column }: { column: ImportColumn }) {
  const { t } = useTranslation("team");
  const chosen = useChosen();
  const { at, field, instead } = column;
  return (
    <div className="decide">
      <p>
        <strong>
          <bdi>{column.question}</bdi>
        </strong>
      </p>
      <p className="actions">
        {field !== undefined && <Link to={chosen(`column.${field}`, String(at))}>{t("import.keep")}</Link>}
        {instead !== undefined && (
          <Link to={chosen(`column.${instead}`, String(at))}>
            {t(instead === "name" ? "import.insteadName" : "import.insteadCountry")}
          </Link>
        )}
      </p>
    </div>
  );
}

function Column({ column, rows }: { column: ImportColumn; rows: number }) {
  const { t } = useTranslation("team");
  const { at, heading, field, sureness } = column;
  const counted = field !== undefined && rows <= 1_000;
  return (
    <>
      <tr className={sureness === "none" ? "skipped" : undefined}>
        <th scope="row">
          <bdi>{heading}</bdi>
        </th>
        <td>
          <select
            key={`${at} ${field ?? ""}`}
            name={`read.${at}`}
            defaultValue={field ?? ""}
            aria-label={t("import.columns.readAsOf", { heading })}
          >
            <option value="">{t("import.columns.leaveOut")}</option>
            {importFields.map((one) => (
              <option key={one} value={one}>
                {t(`import.field.${one}`)}
              </option>
            ))}
          </select>
        </td>
        <td className={`sureness-${sureness}`}>
          {t(`import.sureness.${sureness}`)}
          {counted && <span className="muted"> {t("xOfY", { done: column.filled, all: rows })}</span>}
        </td>
        <td>
          <Samples column={column} />
        </td>
      </tr>
      {column.question !== undefined && (
        <tr>
          <td colSpan={4}>
            <Question column={column} />
          </td>
        </tr>
      )}
    </>
  );
}

type ColumnsProps = { columns: readonly ImportColumn[]; more: number; rows: number };

/** Each column of the file, what it was read as, how sure that is and what its first cells became. Part of a form. */
export function ImportColumns({ columns, more, rows }: ColumnsProps) {
  const { t } = useTranslation("team");
  return (
    <>
      <h2 id="columns">{t("import.columns.title")}</h2>
      <p className="muted">{t("import.columns.text")}</p>
      <input type="hidden" name="columns" value="all" />
      <table className="cols" aria-labelledby="columns">
        <thead>
          <tr>
            <th scope="col">{t("import.columns.inFile")}</th>
            <th scope="col">{t("import.columns.readAs")}</th>
            <th scope="col">{t("import.columns.howSure")}</th>
            <th scope="col">{t("import.columns.cells")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <Column key={column.at} column={column} rows={rows} />
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted">{t("import.columns.more", { count: more })}</p>}
    </>
  );
}
