import { asCell, asColumnHead, asGroup, asRow, asTable } from "#app/components/team/tables/table-roles";
import { ForeignText } from "#app/components/text/foreign-text";
import { bareText, type PageLine, type PageText } from "#app/i18n/page-text";
import type { AnswerPartView } from "#app/views/team/supplier/answers";

/** One part of an answer: what was chosen or typed, statement by statement, or a table. What people typed stands isolated. */
export function AnswerPart(part: AnswerPartView) {
  return (
    <div className="answer-part">
      {part.label !== undefined && (
        <p className="second-line">
          <ForeignText words={part.label} />
        </p>
      )}
      <Value {...part} />
    </div>
  );
}

function Value(part: AnswerPartView) {
  switch (part.kind) {
    case "none":
      return (
        <p>
          <ForeignText words={part.words} />
        </p>
      );
    case "lines":
      return part.lines.map((line) => (
        <p key={bareText(line)}>
          <bdi>
            <ForeignText words={line} />
          </bdi>
        </p>
      ));
    case "pairs":
      return (
        <dl className="statements">
          {part.pairs.map(({ label, value }) => (
            <div key={bareText(label)}>
              <dt>
                <ForeignText words={label} />
              </dt>
              <dd>
                <ForeignText words={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <Rows head={part.head} rows={part.rows} />;
  }
}

/** Rows that were given. On a phone each is a block of its own, which takes the roles away unless they are written out. */
function Rows({ head, rows }: { head: readonly PageText[]; rows: readonly (readonly PageLine[])[] }) {
  const columns = head
    .map((name, place) => ({ name, place }))
    .filter(({ place }) => rows.some((row) => row[place] !== ""));
  return (
    <table className="rows-given" {...asTable}>
      <thead {...asGroup}>
        <tr {...asRow}>
          {columns.map(({ name }) => (
            <th key={bareText(name)} {...asColumnHead} scope="col">
              <ForeignText words={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...asGroup}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read the same, and they never change places
          <tr key={at} {...asRow}>
            {columns.map(({ name, place }) => (
              <td key={bareText(name)} {...asCell} data-label={bareText(name)}>
                {row[place] !== "" && (
                  <bdi>
                    <ForeignText words={row[place] ?? ""} />
                  </bdi>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
