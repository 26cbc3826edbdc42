import { useTranslation } from "react-i18next";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asColumnHead, asGroup, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import { Link } from "#app/router/api/navigation";
import type { LanguageStateView } from "#app/views/team/campaigns/offer";

const counts = ["missing", "stale", "draft", "reviewed", "approved", "strings"] as const;

/** How many texts of each language are how far, with the way to reading them. */
export function LanguageStates({ states }: { states: readonly LanguageStateView[] }) {
  const { t } = useTranslation("team");
  return (
    <DataTable
      label={t("questionnaires.complete")}
      caption={t("questionnaires.completeHint")}
      head={(["language", ...counts] as const).map((column) => (
        <th {...asColumnHead} key={column} scope="col" className={column === "language" ? undefined : "number"}>
          {t(`questionnaires.state.${column}`)}
        </th>
      ))}
    >
      <tbody {...asGroup}>
        {states.map(({ language, endonym, ...state }) => (
          <tr key={language} {...asRow}>
            <th {...asRowHead} scope="row">
              <Link to={`?in=${language}`} lang={language}>
                {endonym}
              </Link>
            </th>
            {counts.map((count) => (
              <td key={count} {...asCell} className="number">
                {state[count].toLocaleString("en")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
