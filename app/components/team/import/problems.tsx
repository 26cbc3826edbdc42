import { useTranslation } from "react-i18next";

type ProblemsProps = {
  problems: readonly { row: number; column: string; text: string; refuses: boolean }[];
  all: number;
};

/** Each problem with its row, its column, what is wrong and what happens to the row. */
export function ImportProblems({ problems, all }: ProblemsProps) {
  const { t } = useTranslation("team");
  if (all === 0) return null;
  return (
    <section>
      <h2>
        {t("import.problems")} <span className="count">{t("xOfY", { done: problems.length, all })}</span>
      </h2>
      <section className="twin-scroll" aria-label={t("import.problems")}>
        <table className="twin">
          <thead>
            <tr>
              <th scope="col" className="n">
                {t("import.row")}
              </th>
              <th scope="col">{t("import.column")}</th>
              <th scope="col">{t("import.wrong")}</th>
              <th scope="col">{t("import.happens.title")}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, column, text, refuses }) => (
              <tr key={`${row} ${column} ${text}`}>
                <td className="n">{row}</td>
                <td>{column}</td>
                <td>
                  <bdi>{text}</bdi>
                </td>
                <td>{t(refuses ? "import.happens.refused" : "import.happens.anyway")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
