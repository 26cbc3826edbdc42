import { ForeignText } from "#app/components/text/foreign-text";
import { bareText, type PageLine, type PageText } from "#app/i18n/page-text";
import { useLanguage } from "#app/i18n/texts/use-texts";
import { isolate } from "#app/i18n/writing/isolate";
import { labelMark } from "#app/i18n/writing/punctuation";

export function ColumnHeads({ head }: { head: readonly PageText[] }) {
  return head.map((words) => (
    <th scope="col" key={bareText(words)}>
      <ForeignText words={words} />
    </th>
  ));
}

/** Cells after the one that names the row. On a phone each says which column it is; an empty one is not there. */
export function RowCells({ cells, head }: { cells: readonly PageLine[]; head: readonly PageText[] }) {
  const language = useLanguage();
  return cells.map((cell, at) => {
    const label = bareText(head[at + 1] ?? "");
    const { text, mark } = labelMark(label, language);
    return cell === "" ? (
      <td key={label} />
    ) : (
      <td key={label} data-label={isolate(text, language) + mark}>
        <bdi>
          <ForeignText words={cell} />
        </bdi>
      </td>
    );
  });
}
