import { useSupplierWords } from "#app/components/text/supplier-words";
import type { ErrorLine } from "#app/views/supplier/frame";

/** Everything that is wrong with a page, first on it and focused, each line leading to its field. */
export function ErrorSummary({ errors }: { errors: readonly ErrorLine[] }) {
  const t = useSupplierWords();
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page answers a form, and what went wrong is what to read first
    <div className="problem page-problem" role="alert" tabIndex={-1} autoFocus aria-labelledby="problem-title">
      <h2 id="problem-title">{t("error.heading")}</h2>
      <ul>
        {errors.map(({ anchor, text }) => (
          <li key={`${anchor} ${text}`}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ul>
      <p className="small">{t("error.nothingLost")}</p>
    </div>
  );
}

/** The answer could not be written: nothing is said to be saved, and everything typed stands below. */
export function NotSaved() {
  const t = useSupplierWords();
  return (
    // biome-ignore lint/a11y/noAutofocus: the page answers a form, and what went wrong is what to read first
    <div className="problem page-problem" role="alert" tabIndex={-1} autoFocus aria-labelledby="problem-title">
      <h2 id="problem-title">{t("notSaved.title")}</h2>
      <p>{t("notSaved.text")}</p>
    </div>
  );
}
