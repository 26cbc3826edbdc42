import { fieldClass } from "#app/components/forms/field-box";
import { FieldHelp } from "#app/components/forms/field-help";
import { Choices } from "#app/components/supplier/controls/choices";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import type { AskableSection, ColleaguesView } from "#app/views/supplier/colleagues";

/** Which sections somebody is asked about, each with how far it is: those with something open first, the others in a fold. */
export function SectionChoices({
  sections: { open, more },
  error,
}: {
  sections: ColleaguesView["sections"];
  error?: string;
}) {
  const t = useSupplierTexts();
  return (
    <fieldset className={fieldClass(error)} id="section" tabIndex={-1}>
      <legend>
        <strong>{t("colleagues.sections")}</strong>
      </legend>
      <FieldHelp id="section" error={error} />
      <Sections sections={open} error={error} />
      {more.length > 0 && (
        <details open={open.length === 0 || more.some(({ on }) => on)}>
          <summary>{t("colleagues.more", { count: more.length })}</summary>
          <Sections sections={more} error={error} />
        </details>
      )}
    </fieldset>
  );
}

function Sections({ sections, error }: { sections: readonly AskableSection[]; error?: string }) {
  const options = sections.map(({ code, name, note, time, on }) => ({
    value: code,
    label: typeof name === "string" ? `${code}. ${name}` : { ...name, text: `${code}. ${bareText(name)}` },
    note,
    more: time,
    on,
  }));
  if (options.length === 0) return null;
  return (
    <Choices
      control={{ kind: "choices", type: "checkbox", name: "section", options }}
      describedBy={error && "section-error"}
      invalid={error !== undefined}
    />
  );
}

/** Whether they may also sign: what follows from it stands at each choice, and the safe one is taken. */
export function MaySign({ on, supplier }: { on: boolean; supplier: string }) {
  const t = useSupplierTexts();
  const options = [
    { value: "no", label: t("colleagues.no"), note: t("colleagues.noText"), on: !on },
    { value: "yes", label: t("colleagues.yes"), note: t("colleagues.yesText", { supplier }), on },
  ];
  return (
    <fieldset className="field">
      <legend>
        <strong>{t("colleagues.maySign")}</strong>
      </legend>
      <Choices control={{ kind: "choices", type: "radio", name: "sign", options }} />
    </fieldset>
  );
}
