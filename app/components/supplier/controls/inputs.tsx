import { ForeignText } from "#app/components/text/foreign-text";
import { useLanguage } from "#app/i18n/texts/use-texts";
import { percentMarks } from "#app/i18n/writing/punctuation";
import type { ControlView } from "#app/views/supplier/controls";

/** What ties a control to the label, the hint and the error that stand elsewhere. */
export type ControlAttributes = { id: string; describedBy?: string; labelledBy?: string; invalid?: boolean };

type ControlOf<Kind extends ControlView["kind"]> = Extract<ControlView, { kind: Kind }>;

export function TextInput({
  control,
  id,
  describedBy,
  labelledBy,
  invalid,
}: { control: ControlOf<"line"> } & ControlAttributes) {
  const input = (
    <input
      type="text"
      id={id}
      name={control.name}
      defaultValue={control.value}
      inputMode={control.numeric ? "decimal" : undefined}
      autoComplete={control.autocomplete}
      className={control.size === "full" ? undefined : `in-${control.size}`}
      aria-describedby={describedBy}
      aria-labelledby={labelledBy}
      aria-invalid={invalid || undefined}
    />
  );
  const [before, after] = percentMarks(useLanguage());
  if (!control.percent) return input;
  return (
    <span className="with-unit">
      {before}
      {input}
      {after}
    </span>
  );
}

export function TextArea({
  control,
  id,
  describedBy,
  labelledBy,
  invalid,
}: { control: ControlOf<"lines"> } & ControlAttributes) {
  return (
    <textarea
      id={id}
      name={control.name}
      defaultValue={control.value}
      aria-describedby={describedBy}
      aria-labelledby={labelledBy}
      aria-invalid={invalid || undefined}
    />
  );
}

export function Select({
  control,
  id,
  describedBy,
  labelledBy,
  invalid,
}: { control: ControlOf<"select"> } & ControlAttributes) {
  return (
    <select
      id={id}
      name={control.name}
      aria-describedby={describedBy}
      aria-labelledby={labelledBy}
      aria-invalid={invalid || undefined}
      className="in-l"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: options of our own lists, escaped where they are made; as elements they cost more than the page
      dangerouslySetInnerHTML={{ __html: control.html }}
    />
  );
}

export function DateInputs({ control, describedBy, invalid }: { control: ControlOf<"date"> } & ControlAttributes) {
  const { unknown } = control;
  const boxes = (
    <div className="fields-inline">
      {control.boxes.map(({ name, label, value }) => (
        <div className="box" key={name}>
          <label htmlFor={name}>{label}</label>
          <input
            type="text"
            inputMode="numeric"
            id={name}
            name={name}
            defaultValue={value}
            className="in-xs"
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
        </div>
      ))}
    </div>
  );
  if (!unknown) return boxes;
  return (
    <>
      {boxes}
      <div className="choices">
        <div className="choice">
          <input type="checkbox" name={unknown.name} id={unknown.name} value="yes" defaultChecked={unknown.on} />
          <label htmlFor={unknown.name}>
            <ForeignText words={unknown.label} />
          </label>
        </div>
      </div>
    </>
  );
}
