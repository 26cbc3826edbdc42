import { FieldBox, FieldLabel, fieldClass } from "#app/components/forms/field-box";
import { describedBy, FieldHelp } from "#app/components/forms/field-help";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ControlView, FieldView } from "#app/views/supplier/controls";
import { Choices } from "./choices";
import { FilledTable } from "./filled-table";
import { type ControlAttributes, DateInputs, Select, TextArea, TextInput } from "./inputs";
import { Matrix } from "./matrix";
import { RowsTable } from "./rows-table";

const groups: readonly ControlView["kind"][] = ["choices", "date", "matrix"];

/** One field: its label, what helps, what is wrong, and its native control. `heading`: id of what names it instead. */
export function Field({ field, heading }: { field: FieldView; heading?: string }) {
  const t = useSupplierTexts();
  const { id, label, hint, error, when, control } = field;
  const help = { id, hint, error };
  const optional = field.optional ? t("optional") : undefined;
  const whenClass = when === undefined ? undefined : `when-${when}`;
  const attributes: ControlAttributes = {
    id,
    describedBy: describedBy(help),
    labelledBy: label ? undefined : heading,
    invalid: error !== undefined,
  };
  if (control.kind === "table" || control.kind === "filled") {
    return (
      <div className={fieldClass(error, whenClass)}>
        {label && (
          <p className="label">
            <FieldLabel label={label} optional={optional} />
          </p>
        )}
        <FieldHelp {...help} />
        {control.kind === "table" ? (
          <RowsTable control={control} id={id} label={label} />
        ) : (
          <FilledTable control={control} id={id} draw={(one) => <Field key={one.id} field={one} />} />
        )}
      </div>
    );
  }
  if (groups.includes(control.kind)) {
    return (
      <fieldset
        className={fieldClass(error, whenClass)}
        aria-describedby={attributes.describedBy}
        aria-labelledby={attributes.labelledBy}
      >
        {label && (
          <legend className="label">
            <FieldLabel label={label} optional={optional} />
          </legend>
        )}
        <FieldHelp {...help} />
        <Control control={control} {...attributes} describedBy={undefined} />
      </fieldset>
    );
  }
  return (
    <FieldBox {...help} label={label} optional={optional} className={whenClass}>
      <Control control={control} {...attributes} />
    </FieldBox>
  );
}

/** The bare control, for where label and help stand elsewhere. */
export function Control({ control, ...attributes }: { control: ControlView } & ControlAttributes) {
  switch (control.kind) {
    case "choices":
      return <Choices control={control} describedBy={attributes.describedBy} invalid={attributes.invalid} />;
    case "matrix":
      return <Matrix control={control} />;
    case "date":
      return <DateInputs control={control} {...attributes} />;
    case "select":
      return <Select control={control} {...attributes} />;
    case "lines":
      return <TextArea control={control} {...attributes} />;
    case "line":
      return <TextInput control={control} {...attributes} />;
    case "table":
    case "filled":
      return null;
  }
}
