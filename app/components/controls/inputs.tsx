import type { ControlView } from "#app/views/supplier/controls";

export type Described = { id: string; describedBy?: string; labelledBy?: string; invalid?: boolean };

type Of<Kind extends ControlView["kind"]> = Extract<ControlView, { kind: Kind }>;

export function Line({ control, id, describedBy, labelledBy, invalid }: { control: Of<"line"> } & Described) {
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
  return control.percent ? <span className="with-unit">{input} %</span> : input;
}

export function Lines({ control, id, describedBy, labelledBy, invalid }: { control: Of<"lines"> } & Described) {
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

export function Select({ control, id, describedBy, labelledBy, invalid }: { control: Of<"select"> } & Described) {
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

export function DateBoxes({ control, describedBy, invalid }: { control: Of<"date"> } & Described) {
  return (
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
}
