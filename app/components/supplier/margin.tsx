import { useSupplierWords } from "#app/components/supplier-words";
import { Said } from "#app/components/words";
import type { Words } from "#app/i18n/words";

/** Which question this is, beside its page. */
export function Margin({ section, code }: { section?: Words; code: string }) {
  const t = useSupplierWords();
  return (
    <p className="page-margin">
      <span className="section">
        {section && (
          <>
            <Said words={section} /> ·{" "}
          </>
        )}
        {t("question.question")}{" "}
      </span>
      <span className="code">{code}</span>
    </p>
  );
}
