import type { ReactNode } from "react";

type Described = { name: string; label: string; hint?: string; error?: string; optional?: string };

function ids({ name, hint, error }: Described) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return { id: name, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
}

/** Label, hint and error round one native control, which takes the ids it is given. */
function Around({ children, ...field }: Described & { children: ReactNode }) {
  return (
    <div className={field.error ? "field field-error" : "field"}>
      <label htmlFor={field.name}>
        {field.label} {field.optional && <span className="optional">{field.optional}</span>}
      </label>
      {field.hint && (
        <p className="hint" id={`${field.name}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error && (
        <p className="error-text" id={`${field.name}-error`}>
          {field.error}
        </p>
      )}
      {children}
    </div>
  );
}

type InputProps = Described & {
  type?: "text" | "email" | "password" | "date" | "time" | "search" | "number";
  value?: string;
  autoComplete?: string;
  width?: "in-s" | "in-m";
  required?: boolean;
  maxLength?: number;
};

export function TextField({ type = "text", value, autoComplete, width, required, maxLength, ...field }: InputProps) {
  return (
    <Around {...field}>
      <input
        {...ids(field)}
        name={field.name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        className={width}
        required={required}
        maxLength={maxLength}
      />
    </Around>
  );
}

export function TextArea({
  value,
  rows = 4,
  dir,
  lang,
  ...field
}: Described & { value?: string; rows?: number; dir?: "auto"; lang?: string }) {
  return (
    <Around {...field}>
      <textarea {...ids(field)} name={field.name} defaultValue={value} rows={rows} dir={dir} lang={lang} />
    </Around>
  );
}

export type Choice = { value: string; label: string; lang?: string };

export function SelectField({
  value,
  choices,
  width,
  ...field
}: Described & { value?: string; choices: readonly Choice[]; width?: "in-s" | "in-m" }) {
  return (
    <Around {...field}>
      <select {...ids(field)} name={field.name} defaultValue={value} className={width}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** What is wrong on a page, first and with a link to each place. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly { field: string; text: string }[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="problem" role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field + text}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
