import { FieldHelp } from "#app/components/forms/field-help";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import type { CheckIssueView } from "#app/views/supplier/signing/check";

/** What does not fit or is open, each with its answers, the ways to change them, and the act that lets them stand. */
export function IssueList({ items }: { items: readonly CheckIssueView[] }) {
  return (
    <ol className="settle">
      {items.map((issue) => (
        <Issue key={`${issue.section} ${issue.stand?.finding} ${issue.links[0]?.href}`} issue={issue} />
      ))}
    </ol>
  );
}

function Issue({ issue }: { issue: CheckIssueView }) {
  const { section, title, text, lines = [], sides = [], stoodBy, reason, stand, links } = issue;
  return (
    <li>
      <p>
        <strong>
          {section && `${section}. `}
          <ForeignText words={title} />
        </strong>{" "}
        <ForeignText words={text} />
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={bareText(line)} dir="auto">
              <ForeignText words={line} />
            </li>
          ))}
        </ul>
      )}
      {sides.length > 0 && <Sides sides={sides} />}
      {stoodBy && <p>{stoodBy}</p>}
      {reason && (
        <p className="typed-lines" dir="auto">
          {reason}
        </p>
      )}
      <p className="settle-links">
        {links.map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </p>
      {stand && <StandBy stand={stand} />}
    </li>
  );
}

/** The answers that do not fit, one beside the other. */
function Sides({ sides }: { sides: NonNullable<CheckIssueView["sides"]> }) {
  const t = useSupplierTexts();
  return (
    <div className="sides">
      {sides.map(({ code, name, lines }) => (
        <div key={code}>
          <p className="hint small">
            <span className="num">{code}</span> <ForeignText words={name} />
          </p>
          <ul className="as-typed">
            {lines.length === 0 && <li>{t("check.blank")}</li>}
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a table may say the same
              <li key={at} dir="auto">
                <ForeignText words={line} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** One act says that it is right as it stands; why may be said with it. */
function StandBy({ stand: { finding, label, reason, error } }: { stand: NonNullable<CheckIssueView["stand"]> }) {
  const t = useSupplierTexts();
  const id = `${finding}.reason`;
  return (
    <details open={error !== undefined}>
      <summary>{label}</summary>
      <form method="post" className="flow">
        <input type="hidden" name="finding" value={finding} />
        <div className={error ? "field field-error" : "field"}>
          <label htmlFor={id}>{t("check.why")}</label>
          <FieldHelp id={id} error={error} />
          <textarea
            id={id}
            name="reason"
            defaultValue={reason}
            aria-invalid={error ? true : undefined}
            aria-describedby={error && `${id}-error`}
          />
        </div>
        <p className="actions">
          <button type="submit" className="button button-second">
            {t("check.standBy")}
          </button>
        </p>
      </form>
    </details>
  );
}
