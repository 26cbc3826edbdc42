import { Icon } from "#app/components/frame/icon";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { FacetView } from "#app/views/team/suppliers/filters/facets";

/** Filters as links with how many suppliers each value would leave; those that leave none stay, so that nobody looks for them. */
export function Facets({ facets, closeAt }: { facets: readonly FacetView[]; closeAt: string }) {
  const t = useTexts("table");
  const { count } = useNumberFormats();
  return (
    <section className="facets" aria-label={t("facets.title")}>
      {facets.map(({ name, parameter, values }) => (
        <div key={parameter} className="facet">
          <h2 id={`facet-${parameter}`}>{name}</h2>
          <ul aria-labelledby={`facet-${parameter}`}>
            {values.map(({ value, words, suppliers, isSet, href }) => (
              <li key={value}>
                <Link to={href} preventScrollReset aria-current={isSet ? "true" : undefined}>
                  {isSet && <Icon name="tick" />}
                  {words}
                </Link>
                <span className={suppliers === 0 ? "num dim" : "num"}>{count(suppliers)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        <Link to={closeAt} preventScrollReset>
          {t("facets.close")}
        </Link>
      </p>
    </section>
  );
}
