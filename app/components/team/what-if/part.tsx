import { SelectField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { PartForm, PartView } from "#app/views/team/rules/what-if";

/** What says of a part of the suppliers which it is and how large, for beside each of its figures; undefined for all. */
export function usePartWords(part: PartView | undefined): string | undefined {
  const t = useTexts("ratings");
  if (part === undefined) return undefined;
  const { name, size } = part;
  if (size === undefined) return t("whatIf.part.onlyNamed", { name });
  return t("whatIf.part.only", { name, suppliers: size.suppliers, all: size.of });
}

/** Beside a figure: of which part it is. Nothing where it is of all suppliers. */
export function PartNote({ part }: { part?: PartView }) {
  const words = usePartWords(part);
  return words === undefined ? null : <p className="small muted">{words}</p>;
}

type Props = PartForm & { isPart: boolean; allAt: string };

/** Which suppliers rules are tried on. */
export function PartFields({ views, fields, bands, kept, others, isPart, allAt }: Props) {
  const t = useTexts("ratings");
  return (
    <details className="dials" open={isPart}>
      <summary>
        <h2>{t("whatIf.part.title")}</h2>
      </summary>
      <div className="flow">
        <p className="small muted">{t("whatIf.part.lead")}</p>
        {views.length > 1 && (
          <SelectField
            {...{ name: "view", label: t("whatIf.part.view"), hint: t("whatIf.part.viewHint"), choices: views }}
          />
        )}
        {fields.map(({ parameter, name, value, choices }) => (
          <SelectField
            key={`${parameter} ${value}`}
            {...{ name: parameter, label: name, value: value ?? "", choices }}
          />
        ))}
        <Bands {...bands} />
        {others.map(({ name, words }) => (
          <p key={name} className="small">
            {t("whatIf.part.other", { name, words })}
          </p>
        ))}
        {kept.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {isPart && (
          <p>
            <Link to={allAt}>{t("whatIf.part.allAgain")}</Link>
          </p>
        )}
      </div>
    </details>
  );
}

function Bands({ parameter, choices, set }: PartForm["bands"]) {
  const t = useTexts("ratings");
  return (
    <fieldset key={set.join(" ")}>
      <legend className="label">{t("whatIf.part.bands")}</legend>
      <div className="choices">
        {choices.map(({ value, label }) => (
          <div key={value} className="choice">
            <input
              {...{ type: "checkbox", id: `part-${value}`, name: parameter, value }}
              defaultChecked={set.includes(value)}
            />
            <label htmlFor={`part-${value}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
