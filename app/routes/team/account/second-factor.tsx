import { useTranslation } from "react-i18next";
import { Authenticator, type AuthenticatorSetting } from "#app/components/team/account/authenticator";
import { RecoveryCodes } from "#app/components/team/account/recovery-codes";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import {
  removeSecondFactor,
  renewRecoveryCodes,
  setSecondFactor,
  showSecondFactorSetup,
} from "#app/services/team/account/second-factor";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => ({
  ...(await showSecondFactorSetup(ctx, {})),
  title: ctx.t(teamLanguage(request))("team:second.title"),
}));

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? "");
    const password = field("password");
    if (field("intent") === "remove") {
      const outcome = await removeSecondFactor.submit(ctx, { password });
      if ("faults" in outcome) return data({ faults: outcome.faults, codes: undefined }, { status: 422 });
      return redirect("/settings/account", 303);
    }
    const outcome =
      field("intent") === "renew"
        ? await renewRecoveryCodes.submit(ctx, { password })
        : await setSecondFactor.submit(ctx, { code: field("code"), password });
    if ("faults" in outcome) return data({ faults: outcome.faults, codes: undefined }, { status: 422 });
    return data({ faults: [], codes: outcome.done.codes });
  },
  ["remove", "renew"],
);

type Errors = readonly { readonly field: string; readonly text: string }[];
const errorOf = (errors: Errors, name: string) => errors.find(({ field }) => field === name)?.text;

function OwnPassword({ errors }: { errors: Errors }) {
  const { t } = useTranslation("team");
  return (
    <TextField
      name="password"
      type="password"
      label={t("second.password")}
      error={errorOf(errors, "password")}
      autoComplete="current-password"
      width="in-m"
    />
  );
}

function Setup({ setting, errors }: { setting: AuthenticatorSetting; errors: Errors }) {
  const { t } = useTranslation("team");
  return (
    <>
      <p>{t("second.lead")}</p>
      <section className="section flow">
        <h2>{t("second.scan")}</h2>
        <p className="muted">{t("second.scanHint")}</p>
        <Authenticator setting={setting} />
      </section>
      <section className="section flow">
        <h2>{t("second.confirm")}</h2>
        <Form method="post" className="flow" reloadDocument>
          <TextField
            name="code"
            label={t("second.code")}
            error={errorOf(errors, "code")}
            autoComplete="one-time-code"
            width="in-s"
          />
          <OwnPassword errors={errors} />
          <button type="submit" className="button">
            {t("second.submit")}
          </button>
        </Form>
      </section>
    </>
  );
}

function Manage({ codesLeft, isNeeded, errors }: { codesLeft: number; isNeeded: boolean; errors: Errors }) {
  const { t } = useTranslation("team");
  return (
    <section className="section flow">
      <p>
        {t("second.isOn")} {t("account.codesLeft", { count: codesLeft })}
      </p>
      <Form method="post" className="flow" reloadDocument>
        <OwnPassword errors={errors} />
        <p className="actions">
          <button type="submit" name="intent" value="renew" className="button button-second">
            {t("second.renewSubmit")}
          </button>
          {!isNeeded && (
            <button type="submit" name="intent" value="remove" className="button button-second">
              {t("second.removeSubmit")}
            </button>
          )}
        </p>
        <p className="muted">
          {t("second.renewHint")} {isNeeded ? t("account.secondMust") : t("second.removeHint")}
        </p>
      </Form>
    </section>
  );
}

export default function SecondFactor() {
  const { t } = useTranslation("team");
  const shown = useLoaderData<typeof loader>();
  const { faults = [], codes } = useActionData<typeof action>() ?? {};
  const errors = faults.map(({ field, code }) => ({ field, text: t(`fault.${code}`, { field: t("second.code") }) }));
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={shown.title} back={{ to: "/settings/account", label: t("settings.account.title") }} />
      <ErrorSummary title={t("form.problem")} errors={errors} />
      {codes && <RecoveryCodes codes={codes} />}
      {!codes && shown.isNeeded && !shown.isOn && <p className="note">{t("second.must")}</p>}
      {!codes && shown.setting && <Setup setting={shown.setting} errors={errors} />}
      {!codes && shown.isOn && <Manage codesLeft={shown.codesLeft} isNeeded={shown.isNeeded} errors={errors} />}
    </main>
  );
}
