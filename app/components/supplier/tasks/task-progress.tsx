import type { TaskState } from "#app/views/supplier/tasks";

const width = 26;
const gap = 3;
const groupGap = 8;

/** Progress as one box a section, groups apart; the list below says the same in words. */
export function TaskProgress({ groups }: { groups: readonly (readonly TaskState[])[] }) {
  let end = 0;
  const placed = groups.flatMap((states, at) => {
    if (at > 0) end += groupGap;
    return states.map((state, place) => {
      const x = end;
      end += width + gap;
      return { state, x, key: `${at} ${place}` };
    });
  });
  return (
    <svg className="task-progress" viewBox={`0 0 ${end - gap} 10`} preserveAspectRatio="none" aria-hidden="true">
      {placed.map(({ state, x, key }) => (
        <g key={key}>
          {state === "completed" ? (
            <rect className="box-full" x={x} y="0" width={width} height="10" />
          ) : (
            <rect className="box-edge" x={x + 0.5} y="0.5" width={width - 1} height="9" />
          )}
          {state === "in-progress" && <rect className="box-full" x={x} y="5" width={width} height="5" />}
        </g>
      ))}
    </svg>
  );
}

/** The same for one section, beside its words. */
export function TaskMark({ state }: { state: TaskState }) {
  if (state === "nothing-to-ask") return null;
  return (
    <svg className="task-mark" viewBox="0 0 11 11" aria-hidden="true">
      {state === "completed" ? (
        <rect className="box-full" x="0" y="0" width="11" height="11" />
      ) : (
        <rect className="box-edge" x="0.5" y="0.5" width="10" height="10" />
      )}
      {state === "in-progress" && <rect className="box-full" x="0" y="5.5" width="11" height="5.5" />}
    </svg>
  );
}
