import { useTranslation } from "react-i18next";
import { ErrorSummary, SelectField, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { languages } from "#app/i18n/languages";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";
import { showContact } from "#app/services/team/suppliers/contacts/show-contact";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const meta = teamPageTitle;

const askedIn = ({ id = "", contact = "" }: LoaderArgs["params"]) => ({ supplier: id, contact });

export const loader = forTeam((ctx, { params }) => showContact(ctx, askedIn(params)));

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const typed = formInput(await request.formData(), saveContact.input);
  const asked = askedIn(params);
  const outcome = await saveContact.submit(ctx, { ...typed, ...asked });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirect(`/suppliers/${encodeURIComponent(asked.supplier)}#contacts`, 303);
});

const choices = languages.map(({ tag, endonym }) => ({ value: tag, label: endonym, lang: tag }));

export default function SupplierContact() {
  const { t } = useTranslation(["ratings", "team"]);
  const { title, supplier, ...saved } = useLoaderData<typeof loader>();
  const { typed, faults = [] } = useActionData<typeof action>() ?? {};
  const values = { ...saved, ...typed };
  const errors = faults.map(({ field, code, params }) => {
    const known = (["name", "email", "language"] as const).find((one) => one === field);
    return { field, text: t(`team:fault.${code}`, { field: known ? t(`page.contacts.${known}`) : field, ...params }) };
  });
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  const back = `/suppliers/${supplier.id}#contacts`;
  return (
    <main id="main" className="wide narrow">
      <Head title={title} back={{ to: back, label: supplier.name }} />
      <Form method="post" className="flow">
        <ErrorSummary title={t("team:form.problem")} errors={errors} />
        <div>
          <TextField
            name="name"
            label={t("page.contacts.name")}
            hint={t("page.contacts.nameHint")}
            value={String(values.name)}
            error={errorOf("name")}
          />
          <TextField
            name="email"
            type="email"
            label={t("page.contacts.email")}
            hint={t("page.contacts.emailHint")}
            value={String(values.email)}
            error={errorOf("email")}
          />
          <SelectField
            name="language"
            label={t("page.contacts.language")}
            hint={t("page.contacts.languageHint")}
            value={String(values.language)}
            error={errorOf("language")}
            choices={choices}
            width="in-m"
          />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            {t("team:form.save")}
          </button>
          <Link to={back}>{t("team:form.cancel")}</Link>
        </div>
      </Form>
    </main>
  );
}
