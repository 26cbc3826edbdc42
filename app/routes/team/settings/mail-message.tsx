import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { Head } from "#app/components/team/frame/page-header";
import { teamPageTitle } from "#app/page/title";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showMail } from "#app/services/team/settings/mails";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { params }) => {
  const { message, ...mail } = await showMail(ctx, { id: params.id ?? "" });
  return {
    ...mail,
    title: message.subject,
    text: message.text,
    headers: [
      ["From", `${message.from.name} <${message.from.address}>`],
      ["To", message.to],
      ...(message.replyTo ? ([["Reply-To", message.replyTo]] as const) : []),
      ["Message-ID", message.messageId],
      ...(message.inReplyTo ? ([["In-Reply-To", message.inReplyTo]] as const) : []),
      ...Object.entries(message.headers),
    ] as const,
  };
});

export default function MailMessage() {
  const { t } = useTranslation("team");
  const { id, title, language, text, link, headers } = useLoaderData<typeof loader>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/settings/mail", label: t("settings.mail.title") }} />
      <div className="flow">
        {link && (
          <p>
            <a href={link}>{t("mail.follow")}</a>
          </p>
        )}
        <dl className="facts">
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi> {name === "Message-ID" && <CopyButton text={value} what={name} />}
              </dd>
            </div>
          ))}
        </dl>
        <pre className="mail-text" dir="auto" lang={language}>
          {text}
        </pre>
        <p>
          <a href={`/settings/mail/${id}/message.html`} download>
            {t("campaign.message.html")}
          </a>
        </p>
      </div>
    </main>
  );
}
