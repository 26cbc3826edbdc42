import { useTexts } from "#app/i18n/texts/use-texts";
import type { ActionState } from "#terms/actions/action-states";

const way: readonly ActionState[] = ["proposed", "asked", "agreed", "working", "proven", "done"];

/** Where an action stands, as steps of its way and in words. */
export function StateMark({ state }: { state: ActionState }) {
  const t = useTexts("actions");
  const at = way.indexOf(state);
  return (
    <span className="action-state">
      {at >= 0 && (
        <span className="action-way" aria-hidden="true">
          {way.map((one, place) => (
            <i key={one} className={place <= at ? "on" : undefined} />
          ))}
        </span>
      )}{" "}
      {t(`state.${state}`)}
    </span>
  );
}
