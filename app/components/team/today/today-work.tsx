import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import type { WaitingWork } from "#app/views/team/today";

/** Reviews and actions that wait; nothing where none does. */
export function TodayWork({ work }: { work: readonly WaitingWork[] }) {
  const { t } = useTranslation("team");
  const words = ({ kind, count, overdue = 0 }: WaitingWork) =>
    kind === "reviews" && overdue > 0
      ? t("today.work.reviews-late", { count, late: overdue })
      : t(`today.work.${kind}`, { count });
  return work.map((one) => (
    <p key={one.kind} className="note-plain">
      <Link to={one.href}>{words(one)}</Link>
    </p>
  ));
}
