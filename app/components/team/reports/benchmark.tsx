import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { BenchmarkView, GroupView } from "#app/views/team/reports/benchmark";

/** What is usual in a country and in a sector. */
export function Benchmark({ countries, sectors, rated, showsScores }: BenchmarkView) {
  const t = useTexts("reports");
  return (
    <section className="section" id="benchmark">
      <h2>{t("benchmark.title")}</h2>
      <p className="report-text">{t("benchmark.text")}</p>
      {!showsScores && <p className="report-text small dim">{t("benchmark.restricted")}</p>}
      <Groups kind="country" groups={countries} rated={rated} showsScores={showsScores} />
      <Groups kind="sector" groups={sectors} rated={rated} showsScores={showsScores} />
    </section>
  );
}

const titles = { country: "benchmark.titleCountry", sector: "benchmark.titleSector" } as const;
const rests = { country: "benchmark.restCountry", sector: "benchmark.restSector" } as const;

type GroupsProps = { kind: "country" | "sector"; groups: readonly GroupView[]; rated: number; showsScores: boolean };

function Groups({ kind, groups, rated, showsScores }: GroupsProps) {
  const t = useTexts("reports");
  const { count, points } = useNumberFormats();
  const counted = groups.reduce((sum, { suppliers }) => sum + suppliers, 0);
  const head = (
    <>
      <th scope="col">{t(`benchmark.${kind}`)}</th>
      <th scope="col">{t("benchmark.by")}</th>
      <th scope="col" className="num">
        {t("benchmark.rated")}
      </th>
      <th scope="col" className="num">
        {t("benchmark.grave")}
      </th>
      {showsScores &&
        (["quarter", "half", "threeQuarters"] as const).map((part) => (
          <th key={part} scope="col" className="num">
            {t(`benchmark.${part}`)}
          </th>
        ))}
    </>
  );
  return (
    <section className="report-part">
      <h3>{t(titles[kind])}</h3>
      {groups.length > 0 && (
        <DataTable label={t(titles[kind])} head={head}>
          <tbody>
            {groups.map(({ key, name, made, suppliers, grave, quarters }) => (
              <tr key={key}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{made}</td>
                <td className="num">{count(suppliers)}</td>
                <td className="num">{t("among", { number: count(grave), all: count(suppliers) })}</td>
                {quarters?.map((score, part) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a quarter, a half and three quarters never change places
                  <td key={part} className="num">
                    {points(score)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <p className="small dim">{t(rests[kind], { rest: count(rated - counted), rated: count(rated) })}</p>
    </section>
  );
}
