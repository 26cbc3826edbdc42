import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { PageText } from "#app/i18n/page-text";

/** Which question this is, beside its page. */
export function Margin({ section, code }: { section?: PageText; code: string }) {
  const t = useSupplierTexts();
  return (
    <p className="page-margin">
      <span className="section">
        {section && (
          <>
            <ForeignText words={section} /> ·{" "}
          </>
        )}
        {t("question.question")}{" "}
      </span>
      <span className="code">{code}</span>
    </p>
  );
}
