import { useTranslation } from "react-i18next";
import { Declined } from "#app/components/team/campaigns/declined";
import { RowMenu } from "#app/components/team/frame/row-menu";
import { Meter } from "#app/components/team/progress/meter";
import { Form, Link } from "#app/router/api/navigation";
import type { RecipientView } from "#app/views/team/campaigns/recipient";

function LinkField({ id, name, link }: { id: string; name: string; link: string }) {
  const { t } = useTranslation("team");
  return (
    <RowMenu id={`link-menu-${id}`} label={t("recipient.link")} of={t("recipient.of", { name })}>
      <label htmlFor={`link-${id}`}>{t("recipient.linkHint")}</label>
      <input
        type="text"
        id={`link-${id}`}
        className="copy-field"
        readOnly
        value={link}
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
    </RowMenu>
  );
}

function Actions({ campaign, recipient }: { campaign: string; recipient: RecipientView }) {
  const { t } = useTranslation("team");
  const page = `/campaigns/${campaign}/invitations/${recipient.id}`;
  return (
    <RowMenu
      id={`menu-${recipient.id}`}
      label={t("recipient.actions")}
      of={t("recipient.of", { name: recipient.name })}
    >
      <ul>
        {recipient.open && (
          <li>
            <Form method="post" action={page}>
              {!recipient.optedOut && (
                <button type="submit" name="intent" value="resend">
                  {t("recipient.resend")}
                </button>
              )}
              <button type="submit" name="intent" value="replace">
                {t("recipient.replace")} <small>{t("recipient.replaceHint")}</small>
              </button>
            </Form>
          </li>
        )}
        <li>
          <Link to={page}>{t("recipient.more")}</Link>
        </li>
        {recipient.open && (
          <li className="destroys">
            <Link to={`${page}#withdraw`}>
              {t("recipient.withdraw")} <small>{t("recipient.withdrawHint")}</small>
            </Link>
          </li>
        )}
      </ul>
    </RowMenu>
  );
}

type RecipientsTableProps = { campaign: string; recipients: readonly RecipientView[]; mayWrite: boolean };

/** Everybody who was asked: how far they are, what was sent last, and what can be done. */
export function RecipientsTable({ campaign, recipients, mayWrite }: RecipientsTableProps) {
  const { t } = useTranslation("team");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="grid-scroll grid-cards" aria-label={t("campaign.recipientsTitle")} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col" className="frozen">
              {t("recipient.supplier")}
            </th>
            <th scope="col">{t("recipient.contact")}</th>
            <th scope="col">{t("recipient.journey")}</th>
            <th scope="col">{t("recipient.answered")}</th>
            <th scope="col">{t("recipient.lastMessage")}</th>
            <th scope="col">{t("recipient.until")}</th>
            <th scope="col" className="row-menus">
              {t("recipient.link")}
            </th>
            {mayWrite && (
              <th scope="col" className="row-menus">
                <span className="visually-hidden">{t("recipient.actions")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {recipients.map((recipient) => (
            <tr key={recipient.id}>
              <th scope="row" className="frozen">
                <div className="supplier-name">
                  <Link to={`/suppliers/${recipient.supplier}`}>
                    <bdi>{recipient.name}</bdi>
                  </Link>
                  <small>{recipient.ref}</small>
                </div>
              </th>
              <td className="full">
                <span className="ltr">{recipient.email}</span>
                <span className="second-line" lang={recipient.language}>
                  {recipient.languageName}
                </span>
              </td>
              <td className="at-start">
                {t(`journey.${recipient.state}`)}
                {recipient.declined && <Declined {...recipient.declined} />}
                {recipient.optedOut && <span className="second-line failed">{t("recipient.optedOut")}</span>}
              </td>
              <td className="at-end">
                {recipient.progress && <Meter done={recipient.progress.answered} all={recipient.progress.asked} />}
              </td>
              <td className="full">
                {recipient.mail && (
                  <>
                    <span className={recipient.mail.state === "failed" ? "failed" : undefined}>
                      {t(`mailState.${recipient.mail.state}`)}
                    </span>
                    <span className="second-line num nowrap">{recipient.mail.at}</span>
                    {recipient.mail.error && (
                      <span className="second-line">
                        <bdi>{recipient.mail.error}</bdi>
                      </span>
                    )}
                  </>
                )}
              </td>
              <td className="full num nowrap" data-label={t("recipient.until")}>
                {recipient.until}
              </td>
              <td className="at-start row-menus">
                {recipient.link && <LinkField id={recipient.id} name={recipient.name} link={recipient.link} />}
              </td>
              {mayWrite && (
                <td className="at-end row-menus">
                  <Actions campaign={campaign} recipient={recipient} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
