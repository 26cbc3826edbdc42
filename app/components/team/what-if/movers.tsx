import { BandChip } from "#app/components/team/ratings/band";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { RatingChange } from "#app/components/team/ratings/rating-change";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { CountryMoves, PartView, Placed, TrialResult } from "#app/views/team/rules/what-if";
import { PartNote } from "./part";

type OfPart = { part?: PartView };

/** The suppliers who would change band, largest change first, with what moved each most. */
export function Movers({ movers, changed, part }: Pick<TrialResult, "movers" | "changed"> & OfPart) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  const [shown, all] = [figures.count(movers.length), figures.count(changed)];
  return (
    <section className="section">
      <h2>
        {t("whatIf.movers")} {changed > 0 && <span className="count">{t("whatIf.moversCount", { shown, all })}</span>}
      </h2>
      <PartNote part={part} />
      {changed === 0 ? (
        <p>{t("whatIf.noMovers")}</p>
      ) : (
        <DataTable
          label={t("whatIf.movers")}
          head={
            <>
              <th scope="col">{t("whatIf.supplier")}</th>
              <th scope="col">{t("whatIf.officialHead")}</th>
              <th scope="col">{t("whatIf.triedHead")}</th>
              <th scope="col">{t("whatIf.points")}</th>
              <th scope="col">{t(part ? "whatIf.part.rank" : "whatIf.rank")}</th>
              <th scope="col">{t("whatIf.because")}</th>
            </>
          }
        >
          <tbody>
            {movers.map(({ id, name, before, after, because }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/suppliers/${id}`}>
                    <bdi>{name}</bdi>
                  </Link>
                </th>
                <td>
                  <Rated {...before} />
                </td>
                <td className="tried">
                  <Rated {...after} />
                </td>
                <td className="num">
                  <RatingChange points={after.score - before.score} />
                </td>
                <td className="num">
                  <bdi className="ltr">{t("whatIf.rankMove", { from: before.place, to: after.place })}</bdi>
                </td>
                <td>{because}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function Rated({ score, band }: Placed) {
  const figures = useNumberFormats();
  return (
    <span className="rating">
      <span className="score">{figures.points(score)}</span> <BandChip band={band} />
    </span>
  );
}

/** Where those who would change band are. */
export function MoversByCountry({ countries: { shown, others }, part }: Pick<TrialResult, "countries"> & OfPart) {
  const t = useTexts("ratings");
  return (
    <section>
      <h2>{t("whatIf.where")}</h2>
      <PartNote part={part} />
      <DataTable
        label={t("whatIf.where")}
        head={
          <>
            <th scope="col">{t("whatIf.country")}</th>
            <th scope="col">{t("whatIf.worse")}</th>
            <th scope="col">{t("whatIf.better")}</th>
            <th scope="col">{t("whatIf.ofRated")}</th>
          </>
        }
      >
        <tbody>
          {shown.map((row) => (
            <CountryRow key={row.name} {...row} />
          ))}
          {others && <CountryRow {...others} name={t("whatIf.others")} />}
        </tbody>
      </DataTable>
    </section>
  );
}

function CountryRow({ name, worse, better, rated }: CountryMoves) {
  const figures = useNumberFormats();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num">{figures.count(worse)}</td>
      <td className="num">{figures.count(better)}</td>
      <td className="num">{figures.count(rated)}</td>
    </tr>
  );
}
