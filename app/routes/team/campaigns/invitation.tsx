import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { Head } from "#app/components/team/frame/head";
import { Problem } from "#app/domain/problem";
import { teamLanguage } from "#app/http/team-session.server";
import { dueWords } from "#app/i18n/dates/moments";
import { findLanguage } from "#app/i18n/languages";
import { pageTitle } from "#app/page/title";
import { redirect } from "#app/router/answers.server";
import { Form, Link, useSearchParams } from "#app/router/navigation";
import { useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import {
  extendLink,
  extensions,
  findInvited,
  replaceLink,
  resendInvitation,
  withdrawInvitation,
} from "#app/services/team/campaigns/change-invitation";
import { linkOf, recipientState } from "#app/services/team/campaigns/read-campaign";

export const meta = pageTitle;

export const loader = forTeam("campaigns.read", async (ctx, { request, params }) => {
  const invited = await findInvited(ctx, params.id ?? "", params.invitation ?? "");
  const { campaign, supplier, contact, invitation, attestation } = invited;
  return {
    title: supplier.name,
    campaign: { id: campaign.id, name: campaign.name },
    supplier: supplier.id,
    contact: contact.name,
    email: contact.email,
    language: findLanguage(contact.language)?.endonym ?? contact.language,
    reference: attestation.reference,
    journey: recipientState(invited, ctx.clock.now()),
    until: dueWords(invitation.expiresAt, campaign.zone, teamLanguage(request)),
    link: linkOf(ctx, campaign, invited),
    mayChange:
      ctx.may("campaigns.write") &&
      campaign.state === "live" &&
      invitation.state !== "withdrawn" &&
      attestation.state === "open",
    extensions,
  };
});

export const action = forTeam("campaigns.write", async (ctx, { request, params }: ActionArgs) => {
  const form = await request.formData();
  const campaign = params.id ?? "";
  const id = params.invitation ?? "";
  const intents: Readonly<Record<string, () => Promise<void>>> = {
    resend: () => resendInvitation(ctx, campaign, id),
    replace: () => replaceLink(ctx, campaign, id),
    extend: () => extendLink(ctx, campaign, id, Number(form.get("days"))),
    withdraw: () => withdrawInvitation(ctx, campaign, id),
  };
  const intent = String(form.get("intent"));
  const work = Object.hasOwn(intents, intent) ? intents[intent] : undefined;
  if (!work) throw new Problem("bad-request");
  await work();
  return redirect(`/campaigns/${campaign}/invitations/${id}?done=${intent}`, 303);
});

const told = ["resend", "replace", "extend", "withdraw"] as const;

export default function InvitationPage() {
  const { t } = useTranslation("team");
  const {
    title,
    campaign,
    supplier,
    contact,
    email,
    language,
    reference,
    journey,
    until,
    link,
    mayChange,
    extensions: days,
  } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const done = told.find((one) => one === query.get("done"));
  return (
    <main id="main" className="wide narrow">
      <Head
        title={title}
        back={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
        meta={[
          <span key="reference">
            <span className="mono">{reference}</span> <CopyButton text={reference} what={reference} />
          </span>,
          t(`journey.${journey}`),
        ]}
      />
      <div className="flow-wide">
        {done && (
          <p className="note-plain" role="status">
            {t(`invitation.done.${done}`)}
          </p>
        )}
        <dl className="facts">
          <div>
            <dt>{t("recipient.supplier")}</dt>
            <dd>
              <Link to={`/suppliers/${supplier}`}>{t("invitation.supplier")}</Link>
            </dd>
          </div>
          <div>
            <dt>{t("recipient.contact")}</dt>
            <dd>
              {contact && (
                <>
                  <bdi>{contact}</bdi>,{" "}
                </>
              )}
              <span className="ltr">{email}</span>, <bdi>{language}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t("recipient.until")}</dt>
            <dd>{until}</dd>
          </div>
        </dl>
        {link && (
          <div className="field">
            <label htmlFor="link">{t("recipient.linkHint")}</label>
            <input type="text" id="link" className="copy-field" readOnly value={link} dir="ltr" />
            <p>
              <CopyButton text={link} what={t("recipient.link")} />
            </p>
          </div>
        )}
        {mayChange && (
          <>
            <Form method="post" className="actions">
              <button type="submit" name="intent" value="resend" className="button button-second">
                {t("recipient.resend")}
              </button>
              <button type="submit" name="intent" value="replace" className="button button-second">
                {t("recipient.replace")}
              </button>
            </Form>
            <p className="muted">{t("invitation.replaceHint")}</p>
            <Form method="post" className="filters">
              <div className="field">
                <label htmlFor="days">{t("invitation.extendBy")}</label>
                <select id="days" name="days" defaultValue={days[1]}>
                  {days.map((count) => (
                    <option key={count} value={count}>
                      {t("invitation.days", { count })}
                    </option>
                  ))}
                </select>
              </div>
              <button type="submit" name="intent" value="extend" className="button button-second">
                {t("invitation.extend")}
              </button>
            </Form>
            <section id="withdraw" className="section flow">
              <h2>{t("recipient.withdraw")}</h2>
              <p>{t("invitation.withdrawText")}</p>
              <Form method="post">
                <button type="submit" name="intent" value="withdraw" className="button button-destroys">
                  {t("invitation.withdrawButton", { name: title })}
                </button>
              </Form>
            </section>
          </>
        )}
      </div>
    </main>
  );
}
