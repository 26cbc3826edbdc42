import { useTranslation } from "react-i18next";

/**
 * Warns while there is still room that the database, or the space for documents, may soon not grow any more.
 * @param fullness a share from 0 to 1
 */
export function StorageNotice({ of, fullness }: { of: "storage" | "documents"; fullness?: number }) {
  const { t } = useTranslation("team");
  if (fullness === undefined) return null;
  return (
    <div className="note flow" role="status">
      <p>
        <strong>{t(`today.${of}.title`)}</strong> {t(`today.${of}.text`, { share: Math.floor(fullness * 100) })}
      </p>
    </div>
  );
}
