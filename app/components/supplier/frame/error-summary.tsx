import { ErrorSummary, ProblemBox } from "#app/components/forms/error-summary";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ErrorLine } from "#app/views/error-line";

/** Everything that is wrong with a page: first on it and focused. */
export function PageErrors({ errors }: { errors: readonly ErrorLine[] }) {
  const t = useSupplierTexts();
  return (
    <ErrorSummary title={t("error.heading")} errors={errors} className="page-problem" focused>
      <p className="small">{t("error.nothingLost")}</p>
    </ErrorSummary>
  );
}

/** The answer could not be written: nothing is said to be saved, and everything typed stands below. */
export function NotSaved() {
  const t = useSupplierTexts();
  return (
    <ProblemBox title={t("notSaved.title")} className="page-problem" focused>
      <p>{t("notSaved.text")}</p>
    </ProblemBox>
  );
}
