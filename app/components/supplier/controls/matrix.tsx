import { ForeignText } from "#app/components/text/foreign-text";
import type { ControlView, MatrixRowView } from "#app/views/supplier/controls";

/** The same few options for each of several lines. */
export function Matrix({ control }: { control: Extract<ControlView, { kind: "matrix" }> }) {
  return (
    <div className="matrix">
      {control.rows.map((row) => (
        <MatrixRow key={row.name} row={row} />
      ))}
      {control.all && (
        <p className="actions">
          <button type="submit" name={control.all.name} value={control.all.value} className="button button-second">
            <ForeignText words={control.all.label} />
          </button>
        </p>
      )}
    </div>
  );
}

function MatrixRow({ row: { name, label, error, options } }: { row: MatrixRowView }) {
  return (
    <fieldset className={error ? "matrix-row field-error" : "matrix-row"} aria-describedby={error && `${name}-error`}>
      <legend>
        <ForeignText words={label} />
      </legend>
      {error && (
        <p className="error-text" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div className="matrix-options">
        {options.map((option) => (
          <div className="choice" key={option.value}>
            <input
              type="radio"
              name={name}
              id={`${name}.${option.value}`}
              value={option.value}
              defaultChecked={option.on}
              aria-invalid={error ? true : undefined}
            />
            <label htmlFor={`${name}.${option.value}`}>
              <ForeignText words={option.label} />
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
