import type { StepKind } from "#app/views/team/supplier/rating";
/** What a step does: the same marks in the waterfall and in its table. */
export const barClass: Record<StepKind, string> = {
  inherent: "chart-base",
  control: "chart-down",
  adverse: "chart-up",
  cap: "chart-down",
};

/** One step of the sum as a bar between where it starts and ends; beside the figure, so it says nothing itself. */
export function StepBar({ kind, start, end }: { kind: StepKind; start: number; end: number }) {
  const scale = 100 / Math.max(100, start, end);
  const from = Math.min(start, end) * scale;
  const width = Math.abs(end - start) * scale;
  return (
    <svg className="step-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path className="chart-hair" d="M0 9.5H100" fill="none" />
      <rect className={barClass[kind]} x={from.toFixed(1)} y="1" width={Math.max(width, 0.4).toFixed(1)} height="8" />
    </svg>
  );
}
