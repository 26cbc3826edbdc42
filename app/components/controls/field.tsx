import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierWords } from "#app/components/text/supplier-words";
import type { ControlView, FieldView } from "#app/views/supplier/controls";
import { Choices } from "./choices";
import { DateBoxes, type Described, Line, Lines, Select } from "./inputs";
import { Matrix } from "./matrix";
import { RowsTable } from "./rows-table";

const groups: readonly ControlView["kind"][] = ["choices", "date", "matrix"];

/** One field: its label, what helps, what is wrong, and its native control. `heading`: id of what names it instead. */
export function Field({ field, heading }: { field: FieldView; heading?: string }) {
  const { id, when, error, control } = field;
  const outer = ["field", error && "field-error", when && `when-${when}`].filter(Boolean).join(" ");
  const described: Described = {
    id,
    describedBy: [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
    labelledBy: field.label ? undefined : heading,
    invalid: error !== undefined,
  };
  if (control.kind === "table") {
    return (
      <div className={outer}>
        {field.label && (
          <p className="label">
            <Label field={field} />
          </p>
        )}
        <Help field={field} />
        <RowsTable control={control} id={id} label={field.label} />
      </div>
    );
  }
  if (groups.includes(control.kind)) {
    return (
      <fieldset className={outer} aria-describedby={described.describedBy} aria-labelledby={described.labelledBy}>
        {field.label && (
          <legend className="label">
            <Label field={field} />
          </legend>
        )}
        <Help field={field} />
        <Control control={control} {...described} describedBy={undefined} />
      </fieldset>
    );
  }
  return (
    <div className={outer}>
      {field.label && (
        <label htmlFor={id}>
          <Label field={field} />
        </label>
      )}
      <Help field={field} />
      <Control control={control} {...described} />
    </div>
  );
}

function Label({ field }: { field: FieldView }) {
  const t = useSupplierWords();
  return (
    <>
      {field.label && <ForeignText words={field.label} />}
      {field.optional && <span className="optional"> {t("optional")}</span>}
    </>
  );
}

/** The hint, and the error in the words of the summary. */
export function Help({ field: { id, hint, error } }: { field: Pick<FieldView, "id" | "hint" | "error"> }) {
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

/** The bare control, for where label and help stand elsewhere. */
export function Control({ control, ...described }: { control: ControlView } & Described) {
  switch (control.kind) {
    case "choices":
      return <Choices control={control} describedBy={described.describedBy} invalid={described.invalid} />;
    case "matrix":
      return <Matrix control={control} />;
    case "date":
      return <DateBoxes control={control} {...described} />;
    case "select":
      return <Select control={control} {...described} />;
    case "lines":
      return <Lines control={control} {...described} />;
    case "line":
      return <Line control={control} {...described} />;
    case "table":
      return null;
  }
}
