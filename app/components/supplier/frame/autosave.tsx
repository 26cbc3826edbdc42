import autosave from "#app/autosave/autosave.js?url&no-inline";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { useNonce } from "#app/page/nonce";

/** The only script a supplier is sent: it keeps what is typed, and every page is complete without it. `saved`: see FrameView. */
export function Autosave({ saved }: { saved: string }) {
  return <script src={autosave} nonce={useNonce()} data-saved={saved} defer />;
}

/** What the script says on a page that saves itself, as attributes of its form: each cause in its own words. */
export function useAutosaveWords() {
  const t = useSupplierTexts();
  return {
    "data-kept": t("question.kept"),
    "data-offline": t("question.offline"),
    "data-stale": t("question.stale"),
    "data-both": t("question.showBoth"),
    "data-ended": t("question.ended"),
    "data-refused": t("question.refused"),
    "data-back": t("question.restored"),
  };
}
