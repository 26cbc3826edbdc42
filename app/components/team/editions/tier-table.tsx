import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { EditionPreview } from "#app/views/team/rules/edition";

/** Countries by tier before and after. */
export function TierTable({ tiers, cross, beside }: Pick<EditionPreview, "tiers" | "cross" | "beside">) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  const caption = t("editions.tiers", { edition: beside });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="data-table-scroll" tabIndex={0} aria-label={caption}>
      <table className="cross">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("editions.oldHead")}</th>
            {tiers.map((tier) => (
              <th key={tier} scope="col">
                {t(`editions.short.${tier}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier, row) => (
            <tr key={tier}>
              <th scope="row">{t(`editions.short.${tier}`)}</th>
              {tiers.map((other, column) => {
                const count = cross[row]?.[column] ?? 0;
                return (
                  <td key={other} className={row === column ? "cell-same" : count === 0 ? "zero" : "moved-tier"}>
                    {figures.count(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
