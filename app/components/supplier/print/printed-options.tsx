import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import type { PrintedOption } from "#app/views/supplier/signing/answers";

/** Every choice with its box, or its circle where only one can be chosen; what was chosen is marked and said. */
export function PrintedOptions({ options, several }: { options: readonly PrintedOption[]; several: boolean }) {
  const t = useSupplierTexts();
  return (
    <ul className="printed-options">
      {options.map(({ label, note, on }) => (
        <li key={bareText(label)} className={on ? "chosen" : undefined}>
          <Mark on={on} several={several} />
          {on && <span className="visually-hidden">{t("answers.chosen")} </span>}
          <ForeignText words={label} />
          {note && (
            <small>
              {" "}
              <ForeignText words={note} />
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Drawn, not written: printers leave backgrounds away, and fonts may not have the signs. */
function Mark({ on, several }: { on: boolean; several: boolean }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {several ? (
        <rect className="box-edge" x="0.5" y="0.5" width="11" height="11" />
      ) : (
        <circle className="box-edge" cx="6" cy="6" r="5.5" />
      )}
      {on && several && <path className="box-cross" d="M2.5 2.5l7 7M9.5 2.5l-7 7" />}
      {on && !several && <circle className="box-full" cx="6" cy="6" r="3" />}
    </svg>
  );
}
