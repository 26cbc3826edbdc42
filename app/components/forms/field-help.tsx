import { ForeignText } from "#app/components/text/foreign-text";
import type { PageText } from "#app/i18n/page-text";

export type FieldHelpProps = { id: string; hint?: PageText; error?: string };

/** What a field's control must carry as `aria-describedby`: the ids that `FieldHelp` gives its hint and its error. */
export function describedBy({ id, hint, error }: FieldHelpProps): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

/** The hint of a field, and its error in the words of the error summary. */
export function FieldHelp({ id, hint, error }: FieldHelpProps) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          <ForeignText words={hint} />
        </p>
      )}
      {error && (
        <p className="error-text" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
