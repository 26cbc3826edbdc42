import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { TrialResult } from "#app/views/team/rules/what-if";
import { bands } from "#terms/bands";

/** Suppliers by band before and after: what stays, what gets worse and what gets better, by sign as well as by colour. */
export function CrossTable({
  cross,
  words,
}: Pick<TrialResult, "cross"> & { words: { caption: string; head: string } }) {
  const team = useTexts("team");
  const figures = useNumberFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="data-table-scroll" tabIndex={0} aria-label={words.caption}>
      <table className="cross">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.head}</th>
            {bands.map((band) => (
              <th key={band} scope="col">
                {team(`band.${band}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cross.map(({ band, after }, from) => (
            <tr key={band}>
              <th scope="row">{team(`band.${band}`)}</th>
              {after.map(({ band: other, count }, to) => {
                const way = to > from ? "worse" : to < from ? "better" : "same";
                return (
                  <td key={other} className={count === 0 && to !== from ? "zero" : `cell-${way}`}>
                    {count > 0 && to > from && "↑ "}
                    {count > 0 && to < from && "↓ "}
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
