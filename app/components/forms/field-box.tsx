import type { ReactNode } from "react";
import { ForeignText } from "#app/components/text/foreign-text";
import type { PageText } from "#app/i18n/page-text";
import { FieldHelp, type FieldHelpProps } from "./field-help";

type FieldBoxProps = FieldHelpProps & {
  /** Absent where something else on the page names the control. */
  label?: PageText;
  /** The word for "optional", where the field is. */
  optional?: string;
  className?: string;
  children: ReactNode;
};

/** Label, hint and error above one native control, whose id is `id` and which carries `describedBy` of the same. */
export function FieldBox({ label, optional, className, children, ...help }: FieldBoxProps) {
  return (
    <div className={fieldClass(help.error, className)}>
      {label && (
        <label htmlFor={help.id}>
          <FieldLabel label={label} optional={optional} />
        </label>
      )}
      <FieldHelp {...help} />
      {children}
    </div>
  );
}

export function FieldLabel({ label, optional }: { label: PageText; optional?: string }) {
  return (
    <>
      <ForeignText words={label} />
      {optional && <span className="optional"> {optional}</span>}
    </>
  );
}

/** The classes of what stands round a field: marked where it is wrong. */
export function fieldClass(error: string | undefined, className?: string): string {
  return ["field", error && "field-error", className].filter(Boolean).join(" ");
}
