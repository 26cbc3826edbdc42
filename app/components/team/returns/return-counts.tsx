import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";

type Counts = { readonly waiting: number; readonly answered: number };

/** How many suppliers have returned questions, and how many answered them again; nothing where none has. */
export function ReturnCounts({ counts, campaign }: { counts: Counts | undefined; campaign?: string }) {
  const { t } = useTranslation("team");
  const to = campaign === undefined ? "/returns" : `/returns?campaign=${campaign}`;
  return (
    <>
      {counts !== undefined && counts.answered > 0 && (
        <p className="note-plain">
          <Link to={to}>{t("returns.today.answered", { count: counts.answered })}</Link>
        </p>
      )}
      {counts !== undefined && counts.waiting > 0 && (
        <p className="note-plain">
          <Link to={to}>{t("returns.today.waiting", { count: counts.waiting })}</Link>
        </p>
      )}
    </>
  );
}
