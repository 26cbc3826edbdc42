import { useEffect, useState } from "react";
import { SelectField } from "#app/components/team/forms/field";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { DialGroupView, DialView, WhatIfPage } from "#app/views/team/rules/what-if";
import { PartFields } from "./part";

/** Groups that stand open: what people try first. */
const open: readonly string[] = ["weights", "limits"];

/** The figures that can be tried, beside those that count. It asks for a page and changes nothing. */
export function WhatIfForm({ rules, edition, groups, chooses, part, allAt }: WhatIfPage) {
  const t = useTexts("ratings");
  return (
    <Form method="get" action="/what-if" className="what-if-form flow" aria-label={t("whatIf.form")}>
      <SelectField name="rules" label={t("whatIf.rules")} hint={t("whatIf.rulesHint")} {...rules} />
      <SelectField name="edition" label={t("whatIf.edition")} {...edition} />
      <PartFields {...chooses} isPart={part !== undefined} allAt={allAt} />
      {groups.length > 0 && <p className="small muted">{t("whatIf.unit")}</p>}
      {groups.map((group) => (
        <Group key={group.id} {...group} />
      ))}
      <div className="actions">
        <button type="submit" className="button">
          {t("whatIf.compute")}
        </button>
        <Link className="button button-second" to="/what-if">
          {t("whatIf.reset")}
        </Link>
      </div>
    </Form>
  );
}

function Group({ id, title, dials, sum }: DialGroupView) {
  const t = useTexts("ratings");
  const isTouched = dials.some(({ tried, official, fault }) => tried !== official || fault !== undefined);
  return (
    <details className="dials" open={open.includes(id) || isTouched}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {dials.map((dial) => (
        <Dial key={`${dial.id} ${dial.tried}`} {...dial} />
      ))}
      {sum !== undefined && (
        <p className="small">
          <strong className="num">{t("whatIf.sum", { sum })}</strong> {t("whatIf.sumNote")}
        </p>
      )}
    </details>
  );
}

/** One figure: a box that always works, and a slider beside it where script runs. */
function Dial({ id, label, official, tried, typed, fault }: DialView) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  const name = `dial.${id}`;
  const [value, setValue] = useState(typed ?? String(tried));
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const isChanged = value !== String(official);
  return (
    <div className={isChanged ? "dial dial-changed" : "dial"}>
      <label htmlFor={name}>
        {label} <small>{t("whatIf.official", { figure: figures.count(official) })}</small>
      </label>
      {isReady && (
        <input
          type="range"
          min="0"
          max="100"
          value={Number.isNaN(Number(value)) ? official : Number(value)}
          onChange={({ target }) => setValue(target.value)}
          aria-hidden="true"
          tabIndex={-1}
        />
      )}
      <input
        type="text"
        id={name}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        className="num"
        value={value}
        onChange={({ target }) => setValue(target.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-error` : undefined}
      />
      {fault && (
        <p className="error-text" id={`${name}-error`}>
          {fault}
        </p>
      )}
    </div>
  );
}
