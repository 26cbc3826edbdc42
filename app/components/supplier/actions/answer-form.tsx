import { FieldBox, fieldClass } from "#app/components/forms/field-box";
import { describedBy, FieldHelp } from "#app/components/forms/field-help";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { AskedActionView } from "#app/views/supplier/signing/asked-actions";

/** What the supplier says of one gap. */
export function AnswerForm({ view }: { view: AskedActionView }) {
  const t = useSupplierTexts();
  const { fields, errors, buyer } = view;
  const wrong = (anchor: string) => errors.find((error) => error.anchor === anchor)?.text;
  const step = { id: "ownStep", hint: t("actions.stepHint"), error: wrong("ownStep") };
  const who = { id: "responsible", hint: t("actions.responsibleHint") };
  const due = { id: "ownDue", error: wrong("ownDue") };
  const progress = { id: "progress", error: wrong("progress.not-begun") };
  const comment = { id: "comment", error: wrong("comment") };
  const optional = t("optional");
  return (
    <form method="post" action={view.action} id="page" className="flow-wide">
      <h2>{t("actions.form")}</h2>
      <FieldBox {...step} label={t("actions.step")}>
        <textarea
          id="ownStep"
          name="ownStep"
          rows={5}
          defaultValue={fields.ownStep}
          dir="auto"
          aria-describedby={describedBy(step)}
          aria-invalid={step.error ? true : undefined}
        />
      </FieldBox>
      <FieldBox {...who} label={t("actions.responsible")} optional={optional}>
        <input
          id="responsible"
          name="responsible"
          type="text"
          maxLength={200}
          defaultValue={fields.responsible}
          dir="auto"
          aria-describedby={describedBy(who)}
        />
      </FieldBox>
      <FieldBox {...due} label={t("actions.ownDue")} optional={optional}>
        <input
          id="ownDue"
          name="ownDue"
          type="date"
          defaultValue={fields.ownDue}
          aria-describedby={describedBy(due)}
          aria-invalid={due.error ? true : undefined}
        />
      </FieldBox>
      <fieldset className={fieldClass(progress.error)}>
        <legend>{t("actions.progress")}</legend>
        <FieldHelp {...progress} />
        <div className="choices">
          {view.progress.map(({ id, label }) => (
            <div className="choice" key={id}>
              <input
                type="radio"
                id={`progress.${id}`}
                name="progress"
                value={id}
                defaultChecked={id === fields.progress}
              />
              <label htmlFor={`progress.${id}`}>{label}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <FieldBox {...comment} label={t("actions.comment", { buyer })} optional={optional}>
        <textarea
          id="comment"
          name="comment"
          rows={3}
          defaultValue={fields.comment}
          dir="auto"
          aria-describedby={describedBy(comment)}
        />
      </FieldBox>
      <div className="actions">
        <button type="submit" className="button">
          {t("actions.send", { buyer })}
        </button>
      </div>
    </form>
  );
}
