import { useTranslation } from "react-i18next";
import type { ImportRowLine } from "#app/views/team/import";
import type { ImportField } from "#terms/suppliers/import-fields";

type RowsProps = { rows: readonly ImportRowLine[]; columns: readonly ImportField[]; all: number };

/** The first rows as they were read, each with what will happen to it. */
export function ImportRows({ rows, columns, all }: RowsProps) {
  const { t } = useTranslation("team");
  return (
    <section>
      <h2>
        {t("import.firstRows")} <span className="count">{t("xOfY", { done: rows.length, all })}</span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="grid-scroll" aria-label={t("import.firstRows")} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("import.row")}
              </th>
              <th scope="col">{t("import.happens.title")}</th>
              {columns.map((field) => (
                <th key={field} scope="col">
                  {t(`import.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, happens, cells }) => (
              <tr key={number}>
                <td className="number">{number}</td>
                <td className={happens === "refused" ? "failed" : undefined}>{t(`import.happens.${happens}`)}</td>
                {cells.map((cell, at) => (
                  <td key={columns[at]}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
