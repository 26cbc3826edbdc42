export type AnswerPartProps = { part: string; label?: string } & (
  | { kind: "lines"; lines: readonly string[] }
  | { kind: "pairs"; pairs: readonly { label: string; value: string }[] }
  | { kind: "table"; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: "none"; words: string }
);

/** One part of an answer: what was chosen or typed, statement by statement, or a table. What people typed stands isolated. */
export function AnswerPart(part: AnswerPartProps) {
  return (
    <div className="answer-part">
      {part.label !== undefined && <p className="sub">{part.label}</p>}
      <Value {...part} />
    </div>
  );
}

function Value(part: AnswerPartProps) {
  switch (part.kind) {
    case "none":
      return <p>{part.words}</p>;
    case "lines":
      return part.lines.map((line) => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      ));
    case "pairs":
      return (
        <dl className="statements">
          {part.pairs.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <Rows head={part.head} rows={part.rows} />;
  }
}

function Rows({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  const columns = head
    .map((name, place) => ({ name, place }))
    .filter(({ place }) => rows.some((row) => row[place] !== ""));
  return (
    <table className="rows-given">
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read the same, and they never change places
          <tr key={at}>
            {columns.map(({ name, place }) => (
              <td key={name}>
                <bdi>{row[place]}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
