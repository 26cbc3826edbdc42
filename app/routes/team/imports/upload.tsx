import { useTranslation } from "react-i18next";
import { ErrorSummary, TextArea } from "#app/components/team/forms/field";
import { ListFileField } from "#app/components/team/forms/list-file-field";
import { Head } from "#app/components/team/frame/page-header";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showUpload, uploadList } from "#app/services/team/imports/upload-list";

export const meta = teamPageTitle;

export const loader = forTeam((ctx) => showUpload(ctx, {}));

/** The file that was chosen, else the list that was pasted. */
async function bytesOf(form: FormData): Promise<Uint8Array> {
  const file = form.get("file");
  if (file instanceof Blob && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  const pasted = form.get("pasted");
  return new TextEncoder().encode(typeof pasted === "string" && pasted.trim() !== "" ? pasted : "");
}

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const outcome = await uploadList.submit(ctx, { file: await bytesOf(await request.formData()) });
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  return redirect(`/suppliers/import/${outcome.done}`, 303);
});

export default function SupplierImport() {
  const { t } = useTranslation("team");
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({ field, text: t(`fault.${code}`) }));
  const error = errors[0]?.text;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/suppliers", label: t("bar.suppliers") }} meta={[t("import.lead")]} />
      <Form method="post" encType="multipart/form-data" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <div>
          <ListFileField
            label={t("import.file")}
            hint={`${t("import.fileHint")} ${t("import.fromSpreadsheet")}`}
            error={error}
          />
          <TextArea name="pasted" label={t("import.paste")} hint={t("import.pasteHint")} rows={8} dir="auto" />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            {t("import.preview")}
          </button>
          <a href="/suppliers/import/sample.csv" download>
            {t("first.suppliers.sample")}
          </a>
        </div>
        <p className="muted">{t("import.nothingYet")}</p>
      </Form>
    </main>
  );
}
