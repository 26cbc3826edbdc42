import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Copies an id. Appears with the script that it needs; without one the id can be selected as text. `what` it is, for the ear. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { t } = useTranslation("team");
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady(navigator.clipboard !== undefined), []);
  if (!ready) return null;
  return (
    <button
      type="button"
      className="button-plain copy-button"
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      <span aria-live="polite">{copied ? t("copied") : t("copy")}</span>
      <span className="visually-hidden"> {what}</span>
    </button>
  );
}
