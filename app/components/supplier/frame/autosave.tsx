import autosave from "#app/autosave/autosave.js?url&no-inline";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { useLanguage } from "#app/i18n/texts/use-texts";
import { countedForms } from "#app/i18n/writing/counted-forms";
import { useNonce } from "#app/page/nonce";

/**
 * The only script a supplier is sent: it keeps what is typed, and every page is complete without it. `saved`: see FrameView.
 * How many answers are not saved yet it says by the plural category of the count, with # where the count stands.
 */
export function Autosave({ saved }: { saved: string }) {
  const t = useSupplierTexts();
  const waiting = countedForms(useLanguage(), (count) => t("question.waiting", { count, shown: "#" }));
  return (
    <script
      src={autosave}
      nonce={useNonce()}
      data-saved={saved}
      data-waiting={JSON.stringify(waiting)}
      data-not-opened={t("question.notOpened")}
      defer
    />
  );
}

/** What the script shows while this browser keeps answers that are not sent: # stands where their codes do. */
export function Unsent() {
  const t = useSupplierTexts();
  return (
    <div className="unsent" id="unsent" data-text={t("question.keptHere", { codes: "#" })} hidden>
      <p />
      <button type="button" className="button button-second">
        {t("question.tryNow")}
      </button>
    </div>
  );
}

/** What the script says on a page that saves itself, as attributes of its form: each cause in its own words. */
export function useAutosaveWords() {
  const t = useSupplierTexts();
  return {
    "data-kept": t("question.kept"),
    "data-stale": t("question.stale"),
    "data-both": t("question.showBoth"),
    "data-ended": t("question.ended"),
    "data-refused": t("question.refused"),
    "data-back": t("question.restored"),
  };
}
