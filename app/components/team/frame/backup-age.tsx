import { useTranslation } from "react-i18next";
import type { BackupView } from "#app/views/team/backup";

/** When the last backup was made and how long ago that is, or that there is none; and how one is made. */
export function BackupAge({ backup: { at, days, isDaily } }: { backup: BackupView }) {
  const { t } = useTranslation("team");
  return (
    <>
      {at === undefined ? t("backup.none") : t("backup.last", { at, count: days })}{" "}
      {!isDaily && <span className="muted">{t("backup.how")}</span>}
    </>
  );
}

/** The warning of the first page, once so much work would be lost that somebody should look. */
export function OldBackup({ backup }: { backup?: BackupView }) {
  const { t } = useTranslation("team");
  if (!backup?.isOld) return null;
  return (
    <div className="note flow" role="status">
      <p>
        {backup.at !== undefined && <strong>{t("backup.old")} </strong>}
        <BackupAge backup={backup} />
      </p>
    </div>
  );
}
