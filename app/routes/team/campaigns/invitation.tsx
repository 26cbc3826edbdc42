import { useTranslation } from "react-i18next";
import { Declined } from "#app/components/team/campaigns/declined";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { AddressTrouble } from "#app/components/team/mailbox/address-trouble";
import { Problem } from "#app/domain/problem";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link, useSearchParams } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import type { Fault } from "#app/services/context/faults";
import { confirmAddress } from "#app/services/mailbox/confirm-address";
import { mendAddress } from "#app/services/mailbox/mend-address";
import { extendLink } from "#app/services/team/invitations/extend-link";
import { replaceLink } from "#app/services/team/invitations/replace-link";
import { resendInvitation } from "#app/services/team/invitations/resend-invitation";
import { showInvitation } from "#app/services/team/invitations/show-invitation";
import { withdrawInvitation } from "#app/services/team/invitations/withdraw-invitation";

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { params }) => showInvitation(ctx, askedIn(params)));

function askedIn({ id = "", invitation = "" }: LoaderArgs["params"]) {
  return { campaign: id, invitation };
}

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const form = await request.formData();
    const asked = askedIn(params);
    // Some say more than that it is done: what the page says then is `invitation.done.<intent>` and this.
    const intents: Readonly<Record<string, () => Promise<unknown>>> = {
      resend: () => resendInvitation(ctx, asked),
      replace: () => replaceLink(ctx, asked),
      extend: () => extendLink(ctx, { ...asked, days: String(form.get("days")) }),
      mend: async () => {
        const outcome = await mendAddress.submit(ctx, { ...asked, email });
        return "faults" in outcome ? outcome : resendInvitation(ctx, asked);
      },
      works: async () => {
        await confirmAddress(ctx, asked);
        return resendInvitation(ctx, asked);
      },
      withdraw: () => withdrawInvitation(ctx, asked),
    };
    const email = String(form.get("email") ?? "");
    const intent = String(form.get("intent"));
    const work = Object.hasOwn(intents, intent) ? intents[intent] : undefined;
    if (!work) throw new Problem("bad-request");
    const outcome = await work();
    if (isRefused(outcome)) return data({ email, faults: outcome.faults }, { status: 422 });
    const done = outcome === "opted-out" ? `${intent}-opted-out` : intent;
    return redirect(`/campaigns/${asked.campaign}/invitations/${asked.invitation}?done=${done}`, 303);
  },
  ["resend", "replace", "extend", "mend", "works", "withdraw"],
);

const told = [
  "resend",
  "resend-opted-out",
  "replace",
  "replace-opted-out",
  "extend",
  "mend",
  "mend-opted-out",
  "works",
  "works-opted-out",
  "withdraw",
] as const;

type Refused = { readonly faults: readonly Fault[] };

const isRefused = (outcome: unknown): outcome is Refused =>
  typeof outcome === "object" && outcome !== null && "faults" in outcome;

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
    optedOut,
    declined,
    mail,
    address,
    until,
    link,
    mayChange,
    extensions: days,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = (refused?.faults ?? []).map(({ field, code, params }) => ({
    field,
    text: t(`fault.${code}`, { field: t("address.email"), ...params }),
  }));
  const [query] = useSearchParams();
  const done = told.find((one) => one === query.get("done"));
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head
        title={title}
        back={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
        meta={[
          <span key="reference">
            <span className="mono">{reference}</span> <CopyButton text={reference} what={reference} />
          </span>,
          t(`journey.${journey}`),
          ...(optedOut ? [t("recipient.optedOut")] : []),
        ]}
      />
      <div className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        {done && (
          <p className="note-plain" role="status">
            {t(`invitation.done.${done}`)}
          </p>
        )}
        {address && (
          <AddressTrouble {...address} email={refused?.email ?? email} error={errors[0]?.text} mayChange={mayChange} />
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
          {declined && (
            <div>
              <dt>{t("journey.declined")}</dt>
              <dd>
                <Declined {...declined} />
              </dd>
            </div>
          )}
          {mail && (
            <div>
              <dt>{t("recipient.lastMessage")}</dt>
              <dd className={mail.state === "failed" ? "failed" : undefined}>
                {t(`mailState.${mail.state}`)}
                {mail.error && (
                  <>
                    {": "}
                    <bdi>{mail.error}</bdi>
                  </>
                )}
              </dd>
            </div>
          )}
          <div>
            <dt>{t("recipient.until")}</dt>
            <dd>{until}</dd>
          </div>
        </dl>
        <p>
          <Link to="questionnaire">{t("lookAt.open")}</Link>
        </p>
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
            <p className="muted">{t(optedOut ? "invitation.optedOutHint" : "invitation.replaceHint")}</p>
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
