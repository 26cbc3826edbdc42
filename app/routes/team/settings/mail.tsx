import { useTranslation } from "react-i18next";
import { MailHold } from "#app/components/team/frame/mail-hold";
import { MailTest } from "#app/components/team/frame/mail-test";
import { Head } from "#app/components/team/frame/page-header";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { Pager } from "#app/components/team/tables/pager";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listMails } from "#app/services/team/settings/mails";
import { sendTestMail, testConnection } from "#app/services/team/settings/test-mail";
import { pagesAt } from "#app/views/team/pages";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const page = new URL(request.url).searchParams.get("page");
  const mails = await listMails({ ...ctx, language }, { page });
  return { ...mails, title: ctx.t(language)("team:settings.mail.title") };
});

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const intent = (await request.formData()).get("intent");
    const language = teamLanguage(request);
    return intent === "mail" ? sendTestMail({ ...ctx, language }, {}) : testConnection({ ...ctx, language }, {});
  },
  ["mail", "connection"],
);

/** Nothing is broken, and nothing is sent: what happens to the mails, and what whoever runs this has to do. */
function NoServer() {
  const { t } = useTranslation("team");
  return (
    <div className="note flow">
      <p>{t("mail.noServer")}</p>
      <details>
        <summary>{t("mail.setHint")}</summary>
        <div className="disclosed flow">
          <p>{t("mail.setText")}</p>
          <p className="mono" dir="ltr">
            {t("mail.setExample")}
          </p>
          <p>{t("mail.setThen")}</p>
        </div>
      </details>
    </div>
  );
}

export default function Mails() {
  const { t } = useTranslation("team");
  const figures = useNumberFormats();
  const { title, mails, total, server, from, hold, email, page, pageSize } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} count={figures.count(total)} back={{ to: "/settings", label: t("settings.title") }} />
      <p>
        <Link to="/settings/mail/received">{t("received.link")}</Link>
      </p>
      {server ? <p className="note-plain">{t("mail.server", { from })}</p> : <NoServer />}
      <MailHold hold={hold} isMailPage />
      {server && email && <MailTest result={result} email={email} />}
      {total === 0 ? (
        <p className="section">{t("mail.none")}</p>
      ) : (
        <table className="rows section">
          <thead>
            <tr>
              <th scope="col">{t("mail.to")}</th>
              <th scope="col">{t("mail.kind")}</th>
              <th scope="col">{t("mail.state")}</th>
              <th scope="col">{t("mail.at")}</th>
            </tr>
          </thead>
          <tbody>
            {mails.map(({ id, to, kind, state, at, lastError }) => (
              <tr key={id}>
                <td>
                  <Link to={`/settings/mail/${id}`}>{to === "" ? t("mail.cleared") : to}</Link>
                </td>
                <td data-label={t("mail.kind")}>{t(`mail.kinds.${kind}`)}</td>
                <td data-label={t("mail.state")} className={state === "failed" ? "failed" : undefined}>
                  {t(!server && state === "queued" ? "mail.kept" : `mailState.${state}`)}
                  {lastError && <small>{lastError}</small>}
                </td>
                <td data-label={t("mail.at")}>{at}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager pages={pagesAt({ page, pageSize, total, query: "" })} />
    </main>
  );
}
