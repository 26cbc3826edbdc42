import { useTranslation } from "react-i18next";
import { ExpectedMark } from "#app/components/team/ratings/expected-mark";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asColumnHead, asGroup, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import type { ExpectedView } from "#app/views/team/supplier/expected";

/** What is expected before answers, with the sum that makes it: each line can be worked out by hand. */
export function ExpectedRiskSum(risk: ExpectedView) {
  const { t } = useTranslation(["ratings", "team"]);
  const { score, band, places, rules, edition } = risk;
  const head = (
    <>
      {(["part", "from", "product", "points"] as const).map((column) => (
        <th key={column} {...asColumnHead} scope="col" className={column === "points" ? "number" : undefined}>
          {t(`expected.head.${column}`)}
        </th>
      ))}
    </>
  );
  return (
    <section id="expected" className="section">
      <h2>{t("expected.title")}</h2>
      <p>
        <ExpectedMark score={score} band={band} />
      </p>
      <p>{t("expected.text", { rules, edition })}</p>
      <DataTable label={t("expected.title")} caption={t("expected.caption")} className="data-table-stacked" head={head}>
        {places.map((place) => (
          <Place key={place.country} place={place} />
        ))}
        {places.length > 1 && <Together {...risk} />}
      </DataTable>
    </section>
  );
}

function Place({ place: { country, lines, points } }: { place: ExpectedView["places"][number] }) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
  return (
    <tbody {...asGroup}>
      <tr {...asRow} className="group">
        <th {...asRowHead} scope="rowgroup" colSpan={4}>
          {country}
        </th>
      </tr>
      {lines.map(({ part, text, of, share, points: product }) => (
        <tr key={part} {...asRow}>
          <th {...asRowHead} scope="row">
            {t(`expected.part.${part}`)}
          </th>
          <td {...asCell}>{text}</td>
          <td {...asCell}>
            <span className="ltr">
              {t("expected.product", { of: figures.plain(of), share: figures.points(share) })}
            </span>
          </td>
          <td {...asCell} className="number">
            {figures.points(product)}
          </td>
        </tr>
      ))}
      <SumRow name={t("expected.sum", { country })} points={points} />
    </tbody>
  );
}

/** Several places: the worst, and the mean of all. */
function Together({ places, worst, score }: ExpectedView) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const mean = places.reduce((sum, { points }) => sum + points, 0) / places.length;
  const most = places[0]?.points ?? 0;
  const of = {
    worst: figures.points(worst),
    most: figures.points(most),
    rest: figures.points(1 - worst),
    mean: figures.points(mean),
  };
  return (
    <tbody {...asGroup}>
      <SumRow name={t("expected.together", of)} points={score} />
    </tbody>
  );
}

function SumRow({ name, points }: { name: string; points: number }) {
  const figures = useNumberFormats();
  return (
    <tr {...asRow} className="sum-row">
      <th {...asRowHead} scope="row">
        {name}
      </th>
      <td {...asCell} />
      <td {...asCell} className="wide-only" />
      <td {...asCell} className="number">
        {figures.points(points)}
      </td>
    </tr>
  );
}
