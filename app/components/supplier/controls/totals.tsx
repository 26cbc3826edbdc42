import { ForeignText } from "#app/components/text/foreign-text";
import { bareText } from "#app/i18n/page-text";
import type { TotalsView } from "#app/views/supplier/controls";

/** What a table comes to so far beside the answers that it must fit, and where it does not. */
export function Totals({ fit }: { fit: readonly TotalsView[] }) {
  return fit.map(({ code, lines, wrong, fits }) => (
    <div key={code} className={fits ? "tally" : "note"}>
      {lines.map((line) => (
        <p key={bareText(line)}>
          <ForeignText words={line} />
        </p>
      ))}
      {wrong.length > 0 && (
        <ul>
          {wrong.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
    </div>
  ));
}
