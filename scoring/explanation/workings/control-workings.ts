import type { Answer, EvidenceStatus } from "#questionnaires/answers";
import type { ControlScore } from "#scoring/controls/control-scores";
import { residualOf } from "#scoring/controls/residual";
import type { Figures } from "#scoring/figures";
import type { Outcome } from "#scoring/outcome";
import type { RuleSet } from "#scoring/rules/rule-set";

/** How a control was proven: by the best of its documents, by none, or by none where one is needed. */
export type Proof = EvidenceStatus | "none" | "needed";

/** One control. `proof` counts `percent` of what the answer claims. */
export type ControlWorkings = Pick<ControlScore, "id" | "question" | "available" | "claimed" | "earned"> & {
  readonly proof: Proof;
  readonly percent: number;
};

export type GroupWorkings = {
  readonly group: string;
  readonly weight: number;
  readonly earned: number;
  readonly available: number;
  /** 0 to 100. */
  readonly score: number;
  readonly controls: readonly ControlWorkings[];
};

/** Where further questions were asked because of the risk, the least that must be left of it. All in exact points. */
export type GateWorkings = { readonly gate: number; readonly below: number; readonly least: number };

/** Step 4. `counted`: what counts of `total`, less where a gate holds it back. Exact, 0 to 100. */
export type ControlsWorkings = {
  readonly groups: readonly GroupWorkings[];
  /** Weights of the groups that apply, together. */
  readonly weights: number;
  readonly total: number;
  readonly counted: number;
  readonly gate?: GateWorkings;
  /** Percent that controls can take away at most. */
  readonly ceiling: number;
  readonly reduction: number;
};

export function controlsWorkings({ figures, walk }: Outcome, ruleSet: RuleSet): ControlsWorkings {
  const { summary, controls, counted, inherent, residual } = figures;
  return {
    groups: summary.groups.map((group) => ({
      ...group,
      controls: controls
        .filter((one) => one.group === group.group)
        .map((one) => ({ ...one, ...proofOf(walk.answers[one.question], one, ruleSet) })),
    })),
    weights: summary.weights,
    total: summary.total,
    counted,
    gate: gateThatHolds(figures, ruleSet),
    ceiling: ruleSet.mitigationCeiling,
    reduction: inherent.total - residual,
  };
}

/** The document that counts most is the one that counts. */
function proofOf(
  answer: Answer | undefined,
  { id }: ControlScore,
  { evidence: factors, controls }: RuleSet,
): Pick<ControlWorkings, "proof" | "percent"> {
  const documents = answer?.evidence ?? [];
  const standing = documents.some(({ status }) => status !== "rejected" && status !== "expired");
  const needed = controls.find((control) => control.id === id)?.needsEvidence === true;
  if (needed && !standing) return { proof: "needed", percent: 0 };
  const [first, ...rest] = documents;
  if (first === undefined) return { proof: "none", percent: factors.none };
  const best = rest.reduce((most, one) => (factors[one.status] > factors[most.status] ? one : most), first);
  return { proof: best.status, percent: factors[best.status] };
}

function gateThatHolds({ gates, inherent, counted, summary, residual }: Figures, ruleSet: RuleSet) {
  if (counted >= summary.total) return undefined;
  const all = gates.map(({ gate, below }): GateWorkings => {
    return { gate, below: below.total, least: residualOf(ruleSet, Math.min(gate, inherent.total), below.total) };
  });
  const [first, ...rest] = all;
  const distance = ({ least }: GateWorkings) => Math.abs(least - residual);
  return first && rest.reduce((nearest, one) => (distance(one) < distance(nearest) ? one : nearest), first);
}
