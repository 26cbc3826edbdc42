import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import type { MailHoldView } from "#app/views/team/mail-status";

type MailHoldProps = {
  hold?: MailHoldView;
  /** Whether the page itself is where the mail server can be tested. */
  isMailPage?: boolean;
};

/** The one warning that no mail leaves: why, what whoever runs this can do, and that nothing is lost. */
export function MailHold({ hold, isMailPage = false }: MailHoldProps) {
  const { t } = useTranslation("team");
  if (!hold) return null;
  const { trouble, said, since, next, waiting, sender } = hold;
  return (
    <div className="note flow" role="status">
      <p>
        <strong>{t(`mailHold.${trouble}`, { sender })}</strong> {t(`mailHold.mend.${trouble}`)}
      </p>
      <p className="muted">
        {t("mailHold.said")} <bdi className="mono">{said}</bdi>
      </p>
      <p>
        {t("mailHold.waiting", { count: waiting, since })} {t("mailHold.next", { next })}
        {!isMailPage && (
          <>
            {" "}
            <Link to="/settings/mail">{t("mailHold.test")}</Link>
          </>
        )}
      </p>
    </div>
  );
}
