import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { AnswerLinks } from "#app/components/team/supplier/answers/answer-link";
import { DataTable } from "#app/components/team/tables/data-table";
import type { StepView } from "#app/views/team/supplier/rating";

type StepRowsProps = {
  label: string;
  steps: readonly StepView[];
  /** Heads of the columns between what a step is from and its points. */
  heads?: readonly string[];
  /** The figures of one step under these heads. */
  cells?: (step: StepView) => readonly ReactNode[];
  /** What a step is from, where its figures say the rest. */
  from?: (step: StepView) => string;
  /** What else stands beside what a step is from. */
  beside?: (step: StepView) => ReactNode;
  /** The last row: what the columns come to. */
  sum?: { readonly name: string; readonly cells: readonly string[]; readonly points: string };
};

/** Steps of the sum as rows: what each is, where it is from, the figures that make it, and its points. */
export function StepRows({ label, steps, heads = [], cells, from, beside, sum }: StepRowsProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const head = (
    <>
      <th scope="col">{t("page.sum.step")}</th>
      <th scope="col">{t("page.sum.from")}</th>
      {[...heads, t("page.sum.points")].map((name) => (
        <th key={name} scope="col" className="number">
          {name}
        </th>
      ))}
    </>
  );
  return (
    <DataTable label={label} className="workings-table" head={head}>
      <tbody>
        {steps.map((step) => (
          <tr key={step.key}>
            <th scope="row">
              {step.code !== "" && <span className="question-code">{step.code}</span>} {step.text}
            </th>
            <td>
              {from ? from(step) : step.from}
              {step.questions.length > 0 && (
                <span className="step-answers">
                  {" "}
                  <AnswerLinks codes={step.questions} />
                </span>
              )}{" "}
              {beside?.(step)}
            </td>
            <Figures cells={cells?.(step) ?? heads.map(() => "")} />
            <td className="number">
              <span className="ltr">{figures.signed(step.points)}</span>
            </td>
          </tr>
        ))}
        {sum && (
          <tr className="sum-row">
            <th scope="row">{sum.name}</th>
            <td />
            <Figures cells={sum.cells} />
            <td className="number">
              <span className="ltr">{sum.points}</span>
            </td>
          </tr>
        )}
      </tbody>
    </DataTable>
  );
}

function Figures({ cells }: { cells: readonly ReactNode[] }) {
  return cells.map((cell, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: figures in fixed places
    <td key={place} className="number">
      {cell}
    </td>
  ));
}
