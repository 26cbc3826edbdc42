import type { ReactNode } from "react";
import { BandChip } from "#app/components/team/ratings/band";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { Difference, ExampleView } from "#app/views/team/rules/own-rules";

/** The figures that differ from the rules they come from. */
export function Differences({ parent, differences }: { parent: string; differences: readonly Difference[] }) {
  const t = useTexts("rules");
  return (
    <section className="section">
      <h2>{t("compare.title", { parent })}</h2>
      <DataTable
        label={t("compare.title", { parent })}
        head={
          <>
            <th scope="col">{t("compare.rule")}</th>
            <th scope="col">{t("compare.before")}</th>
            <th scope="col">{t("compare.after")}</th>
          </>
        }
      >
        <tbody>
          {differences.map(({ name, official, tried }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num">
                <del>{official}</del>
              </td>
              <td className="num">
                <ins>{tried}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

type ExamplesProps = {
  parent: string;
  examples: readonly ExampleView[];
  /** A further column: what is asked of each. */
  asked?: { head: string; of: (example: ExampleView) => ReactNode };
};

/** Invented firms by both rule sets. */
export function Examples({ parent, examples, asked }: ExamplesProps) {
  const t = useTexts("rules");
  return (
    <DataTable
      label={t("draft.examples")}
      head={
        <>
          <th scope="col">{t("examples.example")}</th>
          <th scope="col">{t("examples.before", { parent })}</th>
          <th scope="col">{t("examples.after")}</th>
          {asked && <th scope="col">{asked.head}</th>}
        </>
      }
    >
      <tbody>
        {examples.map((example) => (
          <tr key={example.id}>
            <th scope="row">{example.title}</th>
            <td>
              <Standing {...example.before} />
            </td>
            <td className={asked && "tried"}>
              <Standing {...example.after} />
            </td>
            {asked && <td>{asked.of(example)}</td>}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Points and band. */
export function Standing({ points, band }: ExampleView["after"]) {
  const figures = useNumberFormats();
  return (
    <span className="rating">
      <span className="score">{figures.points(points)}</span> <BandChip band={band} />
    </span>
  );
}
