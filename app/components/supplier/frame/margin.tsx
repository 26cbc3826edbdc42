import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { PageText } from "#app/i18n/page-text";

/** Which question this is, beside its page: on a wide screen its code alone, to the eye. */
export function Margin({ section, code }: { section: PageText; code: string }) {
  const t = useSupplierTexts();
  // The name of the section may be in another language, so the sentence is cut round it.
  const [before, , after] = t("question.place", { section: "", code }).split(/<\/?section>/);
  return (
    <p className="page-margin">
      <span className="section">
        {before}
        <ForeignText words={section} />
        {after}
      </span>
      <span className="code" aria-hidden="true">
        {code}
      </span>
    </p>
  );
}
