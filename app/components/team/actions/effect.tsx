import type { EffectView } from "#app/views/team/actions/actions";

/** What an action does to the score: the figure, and below it the sum that makes it. */
export function Effect({ effect: { figure, note } }: { effect: EffectView }) {
  return (
    <>
      <span className="num">{figure}</span>
      <small>{note}</small>
    </>
  );
}
