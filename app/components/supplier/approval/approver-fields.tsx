import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ApproverFieldsView } from "#app/views/supplier/signing/sign";

/** Where the signer names a second person, who has to approve before anything is sent. Closed until somebody wants it. */
export function ApproverFields({ view }: { view: ApproverFieldsView }) {
  const t = useSupplierTexts();
  return (
    <details open={view.isOpen} className="field">
      <summary>{t("approval.title")}</summary>
      <fieldset className="flow">
        <legend className="visually-hidden">{t("approval.title")}</legend>
        <p className="hint">{view.hint}</p>
        {view.fields.map(({ id, isMail, value, error }) => (
          <FieldBox key={id} id={id} label={t(isMail ? "colleagues.email" : "colleagues.name")} error={error}>
            <input
              type="text"
              inputMode={isMail ? "email" : undefined}
              id={id}
              name={id}
              defaultValue={value}
              dir={isMail ? "ltr" : "auto"}
              autoComplete="off"
              aria-describedby={describedBy({ id, error })}
              aria-invalid={error ? true : undefined}
            />
          </FieldBox>
        ))}
      </fieldset>
    </details>
  );
}
