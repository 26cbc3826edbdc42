import { Trans } from "react-i18next";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { PageText } from "#app/i18n/page-text";

/** Which question this is, beside its page. */
export function Margin({ section, code }: { section?: PageText; code: string }) {
  const t = useSupplierTexts();
  return (
    <p className="page-margin">
      {section && (
        <span className="section">
          <ForeignText words={section} /> ·{" "}
        </span>
      )}
      <span className="section">
        <Trans
          t={t}
          // Trans looks for the namespace on t, and a cached t does not carry it.
          ns="supplier"
          i18nKey="question.number"
          values={{ code }}
          components={{ code: <span className="code" /> }}
        />
      </span>
    </p>
  );
}
