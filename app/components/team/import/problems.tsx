import { useTranslation } from "react-i18next";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asColumnHead, asGroup, asRow } from "#app/components/team/tables/table-roles";
import { Link, useLocation } from "#app/router/api/navigation";
import type { ImportProblemLine } from "#app/views/team/import";

type ProblemsProps = { problems: readonly ImportProblemLine[]; all: number };

/** Each problem with its row, its column, what is wrong and what happens to the row. */
export function ImportProblems({ problems, all }: ProblemsProps) {
  const { t } = useTranslation("team");
  if (all === 0) return null;
  const head = (
    <>
      <th {...asColumnHead} scope="col" className="number">
        {t("import.row")}
      </th>
      <th {...asColumnHead} scope="col">
        {t("import.column")}
      </th>
      <th {...asColumnHead} scope="col">
        {t("import.wrong")}
      </th>
      <th {...asColumnHead} scope="col">
        {t("import.happens.title")}
      </th>
    </>
  );
  return (
    <section>
      <h2>
        {t("import.problems")} <span className="count">{t("xOfY", { done: problems.length, all })}</span>
      </h2>
      <DataTable label={t("import.problems")} head={head}>
        <tbody {...asGroup}>
          {problems.map(({ row, column, text, refuses, countries }) => (
            <tr key={`${row} ${column} ${text}`} {...asRow}>
              <td {...asCell} className="number">
                {row}
              </td>
              <td {...asCell}>{column}</td>
              <td {...asCell}>
                <bdi>{text}</bdi>
                {countries && <CountryChoices {...countries} />}
              </td>
              <td {...asCell}>{t(refuses ? "import.happens.refused" : "import.happens.anyway")}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

/** One press reads every row with this cell as the country that was meant, or takes that back. Nothing is saved by it. */
function CountryChoices({ cell, meant }: NonNullable<ImportProblemLine["countries"]>) {
  const { t } = useTranslation("team");
  const { search } = useLocation();
  const addressWith = (code?: string) => {
    const query = new URLSearchParams(search);
    query.delete("confirmed");
    query.delete(`country.${cell}`);
    if (code !== undefined) query.set(`country.${cell}`, code);
    return `?${query}`;
  };
  return (
    <span className="actions">
      {meant.map(({ code, name }) => (
        <Link key={code} to={addressWith(code)} className="button button-second" preventScrollReset>
          {t("import.take", { cell, name })}
        </Link>
      ))}
      {meant.length === 0 && (
        <Link to={addressWith()} preventScrollReset>
          {t("import.takeBack")}
        </Link>
      )}
    </span>
  );
}
