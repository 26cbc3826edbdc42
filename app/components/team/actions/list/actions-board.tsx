import { Effect } from "#app/components/team/actions/effect";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { ActionsView } from "#app/views/team/actions/actions";
import { ActionName } from "./actions-table";

/** The same actions by where they stand, one list a state. */
export function ActionsBoard({ groups, states }: ActionsView) {
  const t = useTexts("actions");
  const { count } = useNumberFormats();
  const lines = groups.flatMap((group) => group.lines);
  return (
    <div className="actions-board">
      {states.map(({ id, count: all }) => {
        const own = lines.filter(({ state }) => state === id);
        return (
          <section key={id} aria-labelledby={`state-${id}`}>
            <h2 id={`state-${id}`}>
              {t(`state.${id}`)} <span className="count">{count(all)}</span>
            </h2>
            <ul>
              {own.map((line) => (
                <li key={line.id}>
                  <ActionName line={line} />
                  <p>
                    <bdi>{line.supplier.name}</bdi>
                  </p>
                  <p className={line.isOverdue ? "late" : undefined}>
                    {line.due} {line.dueNote !== "" && <span>({line.dueNote})</span>}
                  </p>
                  {line.effect && (
                    <p className="actions-effect">
                      <Effect effect={line.effect} />
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
