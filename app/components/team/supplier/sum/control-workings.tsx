import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { AnswerLinks } from "#app/components/team/supplier/answers/answer-link";
import { DataTable } from "#app/components/team/tables/data-table";
import type { ExplainedView, GateWorkings, Workings } from "#app/views/team/supplier/explained";
import type { StepView } from "#app/views/team/supplier/rating";
import { Formula, Titled, useFactors } from "./formula";
import { StepRows } from "./step-rows";

type ControlWorkingsProps = { steps: readonly StepView[]; explained: ExplainedView };

/** Step 4: what controls earned, group by group, and what they take off the risk. */
export function ControlWorkings({ steps, explained }: ControlWorkingsProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const factor = useFactors();
  const { controls, inherent } = explained.workings;
  const { groups, weights, total, counted, gate, ceiling, reduction } = controls;
  const weighted = groups.map(({ weight, score }) => `${weight} × ${figures.exact(score)}`).join(" + ");
  const shares = groups.reduce((sum, { weight, score }) => sum + weight * score, 0);
  return (
    <>
      <Formula text={t("page.sum.controls.total")} math={`(${weighted}) ÷ ${weights} = ${figures.exact(total)}`} />
      {gate && <Gate gate={gate} inherent={inherent.total.value} counted={counted} ceiling={ceiling} />}
      <Formula
        text={t("page.sum.controls.reduction", { most: ceiling })}
        math={`${figures.exact(inherent.total.value)} × ${factor(ceiling)} × ${figures.exact(counted)} ÷ 100 = ${figures.exact(reduction)}`}
      />
      {total > 0 && (
        <Formula
          text={t("page.sum.controls.share")}
          math={`${figures.exact(reduction)} ÷ ${figures.exact(shares)} = ${figures.fine(reduction / shares)}`}
        />
      )}
      <StepRows
        label={t("page.sum.controls.label")}
        steps={steps}
        heads={[
          t("page.sum.controls.earned"),
          t("page.sum.controls.available"),
          t("page.sum.controls.score"),
          t("page.sum.weight"),
        ]}
        cells={(step) => {
          const group = groups[steps.indexOf(step)];
          return group
            ? [
                figures.exact(group.earned),
                figures.exact(group.available),
                figures.exact(group.score),
                `${group.weight} %`,
              ]
            : [];
        }}
      />
      <EveryControl groups={groups} names={explained.controls} titles={steps.map(({ text }) => text)} />
    </>
  );
}

/** Further questions were asked because of the risk: controls may not leave less of it than just below that gate. */
function Gate({ gate, inherent, counted, ceiling }: GateProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const factor = useFactors();
  const risk = `min(${gate.gate}, ${figures.exact(inherent)})`;
  const below = `${risk} × (1 − ${factor(ceiling)} × ${figures.exact(gate.below)} ÷ 100) = ${figures.exact(gate.least)}`;
  const held = `(1 − ${figures.exact(gate.least)} ÷ ${figures.exact(inherent)}) × 100 ÷ ${factor(ceiling)} = ${figures.exact(counted)}`;
  return (
    <>
      <Formula text={t("page.sum.controls.below", { gate: gate.gate })} math={below} />
      <Formula text={t("page.sum.controls.held")} math={held} />
    </>
  );
}

type GateProps = { gate: GateWorkings; inherent: number; counted: number; ceiling: number };

type EveryControlProps = {
  groups: Workings["controls"]["groups"];
  names: ExplainedView["controls"];
  titles: readonly string[];
};

/** Every control that applies: what its answer claims, and how much of that its proof lets count. */
function EveryControl({ groups, names, titles }: EveryControlProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const head = (
    <>
      <th scope="col">{t("page.sum.controls.control")}</th>
      <th scope="col">{t("page.sum.controls.proof")}</th>
      {(["claimed", "percent", "earned", "available"] as const).map((column) => (
        <th key={column} scope="col" className="number">
          {t(`page.sum.controls.${column}`)}
        </th>
      ))}
    </>
  );
  return (
    <Titled title={t("page.sum.controls.every")}>
      <DataTable label={t("page.sum.controls.every")} className="workings-table" head={head}>
        {groups.map(({ group, controls }, place) => (
          <tbody key={group}>
            <tr className="group">
              <th scope="rowgroup" colSpan={6}>
                {titles[place]}
              </th>
            </tr>
            {controls.map(({ id, question, proof, claimed, percent, earned, available }) => (
              <tr key={id}>
                <th scope="row">
                  <AnswerLinks codes={[question]} /> {names[id]}
                </th>
                <td>{t(`page.sum.proof.${proof}`)}</td>
                <td className="number">{figures.plain(claimed)}</td>
                <td className="number">{percent} %</td>
                <td className="number">{figures.exact(earned)}</td>
                <td className="number">{figures.plain(available)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </DataTable>
    </Titled>
  );
}
