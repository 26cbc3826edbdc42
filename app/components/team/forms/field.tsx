import { ErrorSummary as ErrorList } from "#app/components/forms/error-summary";
import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";

type FieldProps = { name: string; label: string; hint?: string; error?: string };

/** What ties a control to the label, the hint and the error round it. */
function ties({ name, hint, error }: FieldProps) {
  return {
    id: name,
    name,
    "aria-describedby": describedBy({ id: name, hint, error }),
    "aria-invalid": error ? true : undefined,
  };
}

type InputProps = FieldProps & {
  type?: "text" | "email" | "password" | "date" | "time" | "search" | "number";
  value?: string;
  autoComplete?: string;
  width?: "in-s" | "in-m";
  required?: boolean;
  maxLength?: number;
};

export function TextField({ type = "text", value, autoComplete, width, required, maxLength, ...field }: InputProps) {
  return (
    <FieldBox id={field.name} {...field}>
      <input
        {...ties(field)}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        className={width}
        required={required}
        maxLength={maxLength}
      />
    </FieldBox>
  );
}

type TextAreaProps = FieldProps & { value?: string; rows?: number; dir?: "auto"; lang?: string };

export function TextArea({ value, rows = 4, dir, lang, ...field }: TextAreaProps) {
  return (
    <FieldBox id={field.name} {...field}>
      <textarea {...ties(field)} defaultValue={value} rows={rows} dir={dir} lang={lang} />
    </FieldBox>
  );
}

type Choice = { value: string; label: string; lang?: string };
type SelectProps = FieldProps & { value?: string; choices: readonly Choice[]; width?: "in-s" | "in-m" };

export function SelectField({ value, choices, width, ...field }: SelectProps) {
  return (
    <FieldBox id={field.name} {...field}>
      <select {...ties(field)} defaultValue={value} className={width}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldBox>
  );
}

/** What is wrong on a page, first and with a link to each field by its name. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly { field: string; text: string }[] }) {
  return <ErrorList title={title} errors={errors.map(({ field, text }) => ({ anchor: field, text }))} />;
}
