import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Copies an id. Appears with the script that it needs; without one the id can be selected as text. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation("ratings");
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady(navigator.clipboard !== undefined), []);
  if (!ready) return null;
  return (
    <button
      type="button"
      className="button-plain copy"
      onClick={() =>
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      <span aria-live="polite">{copied ? t("page.copied") : t("page.copy")}</span>
    </button>
  );
}
