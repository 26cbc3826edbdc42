import { useTranslation } from "react-i18next";
import { Form } from "#app/router/api/navigation";
import type { MailTestView } from "#app/views/team/mail-status";

/** Tries the mail server now, and says in words how far it came. */
export function MailTest({ result, email }: { result?: MailTestView; email: string }) {
  const { t } = useTranslation("team");
  return (
    <section className="section flow" aria-labelledby="mail-test">
      <h2 id="mail-test">{t("mail.test.title")}</h2>
      <Form method="post" className="actions">
        <button type="submit" name="intent" value="connection" className="button button-second">
          {t("mail.test.connection")}
        </button>
        <button type="submit" name="intent" value="mail" className="button button-second">
          {t("mail.test.mail")}
        </button>
      </Form>
      <p className="muted">{t("mail.test.hint", { email })}</p>
      {result && (
        <div className={result.failed ? "note flow" : "note-plain"} role="status">
          {result.failed ? (
            <>
              <p>
                <strong>{t(`mail.test.failed.${result.failed.step}`)}</strong>
              </p>
              {result.failed.said && (
                <p className="muted">
                  {t("mailHold.said")} <bdi className="mono">{result.failed.said}</bdi>
                </p>
              )}
            </>
          ) : (
            <p>{t(`mail.test.fine.${result.test}`, { email })}</p>
          )}
        </div>
      )}
    </section>
  );
}
