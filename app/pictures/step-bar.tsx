/** What a step does, and how far it goes: the same marks in the waterfall and in its table. */
export type StepKind = "inherent" | "control" | "adverse" | "cap";

export const barClass: Record<StepKind, string> = {
  inherent: "c-base",
  control: "c-down",
  adverse: "c-up",
  cap: "c-down",
};

/** One step of the sum as a bar between where it starts and ends; beside the figure, so it says nothing itself. */
export function StepBar({ kind, start, end }: { kind: StepKind; start: number; end: number }) {
  const scale = 100 / Math.max(100, start, end);
  const from = Math.min(start, end) * scale;
  const width = Math.abs(end - start) * scale;
  return (
    <svg className="stepbar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <path className="c-hair" d="M0 9.5H100" fill="none" />
      <rect className={barClass[kind]} x={from.toFixed(1)} y="1" width={Math.max(width, 0.4).toFixed(1)} height="8" />
    </svg>
  );
}
