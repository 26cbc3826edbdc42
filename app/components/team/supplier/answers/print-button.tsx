import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Prints the page. Appears with the script that it needs; browsers print without it too. */
export function PrintButton() {
  const { t } = useTranslation("ratings");
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button type="button" className="button button-second" onClick={() => window.print()}>
      {t("page.print")}
    </button>
  );
}
