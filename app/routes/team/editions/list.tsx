import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { ListFileField } from "#app/components/team/forms/list-file-field";
import { Head } from "#app/components/team/frame/page-header";
import { DataTable } from "#app/components/team/tables/data-table";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listOwnEditions } from "#app/services/editions/own-editions";
import { uploadEdition } from "#app/services/editions/upload-edition";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const title = ctx.t(language)("ratings:editions.title");
  return { title, ...(await listOwnEditions({ ...ctx, language }, {})) };
});

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const file = (await request.formData()).get("file");
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const outcome = await uploadEdition.submit(ctx, { file: bytes });
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  return redirect(`/settings/editions/${outcome.done}`, 303);
});

/** The editions of an organisation's own, and the form by which a file is read. */
export default function OwnEditions() {
  const { t } = useTranslation("ratings");
  const { t: team } = useTranslation("team");
  const { title, own } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  const errors = faults.map(({ field, code }) => ({ field, text: team(`fault.${code}`) }));
  const error = errors[0]?.text;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/settings/reference", label: t("editions.back") }} meta={[t("editions.lead")]} />
      <Form method="post" encType="multipart/form-data" reloadDocument className="section flow">
        <ErrorSummary title={team("form.problem")} errors={errors} />
        <ListFileField label={t("editions.file")} hint={t("editions.fileHint")} error={error} />
        <div className="actions">
          <button type="submit" className="button">
            {t("editions.upload")}
          </button>
          <a className="button button-second" href="/settings/editions/sample.csv" download>
            {t("editions.sample")}
          </a>
        </div>
      </Form>
      <section className="section">
        <h2>{t("editions.own")}</h2>
        {own.length === 0 ? (
          <p className="muted">{t("editions.none")}</p>
        ) : (
          <DataTable
            label={t("editions.own")}
            head={
              <>
                <th scope="col">{t("editions.titleHead")}</th>
                <th scope="col">{t("editions.year")}</th>
                <th scope="col">{t("editions.countries")}</th>
                <th scope="col">{t("editions.addedOn")}</th>
                <th scope="col">{t("editions.fingerprint")}</th>
              </>
            }
          >
            <tbody>
              {own.map(({ id, title: name, publisher, year, countries, added, fingerprint }) => (
                <tr key={id}>
                  <th scope="row">
                    <bdi>{name}</bdi> <bdi className="second-line">{publisher}</bdi>
                  </th>
                  <td className="num">{year}</td>
                  <td className="num">{countries}</td>
                  <td>{added}</td>
                  <td>
                    <code className="mono">{fingerprint.slice(0, 16)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </section>
    </main>
  );
}
