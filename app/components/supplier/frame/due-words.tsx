import type { DueView } from "#app/views/supplier/frame";

/** Until when answers are taken. */
export function DueWords({ due: { before, day, after } }: { due: DueView }) {
  return (
    <>
      {before}
      <strong>{day}</strong>
      {after}
    </>
  );
}
