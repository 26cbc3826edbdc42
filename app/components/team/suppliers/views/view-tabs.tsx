import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { SavedViewLine } from "#app/views/team/suppliers/saved-views";

type TabsProps = {
  views: readonly SavedViewLine[];
  /** The table with nothing set, and whether that is looked at. */
  all: string;
  isAll: boolean;
  saveAt: string;
};

/** All suppliers and the views that are kept, as links; and the way to keep what is looked at. */
export function ViewTabs({ views, all, isAll, saveAt }: TabsProps) {
  const t = useTexts("table");
  return (
    <nav aria-label={t("views.title")}>
      <ul className="view-tabs">
        <li>
          <Link to={all} aria-current={isAll ? "page" : undefined}>
            {t("views.all")}
          </Link>
        </li>
        {views.map(({ id, name, href, isCurrent, isOwn, isShared }) => (
          <li key={id}>
            <Link to={href} aria-current={isCurrent ? "page" : undefined}>
              <bdi>{name}</bdi>
              {isOwn && !isShared && <span className="dim"> {t("views.private")}</span>}
            </Link>
          </li>
        ))}
        <li>
          <Link to={saveAt}>{t("views.saveLink")}</Link>
        </li>
        {views.some(({ isOwn }) => isOwn) && (
          <li>
            <Link to="/suppliers/views">{t("views.manage")}</Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
