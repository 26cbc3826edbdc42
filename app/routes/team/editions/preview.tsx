import { useTranslation } from "react-i18next";
import { EditionPreview } from "#app/components/team/editions/edition-preview";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { addEdition } from "#app/services/editions/add-edition";
import { previewEdition } from "#app/services/editions/preview-edition";
import ratings from "#app/styles/ratings.css?url";
import whatIf from "#app/styles/what-if.css?url";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const links = () => [
  { rel: "stylesheet", href: ratings },
  { rel: "stylesheet", href: whatIf },
];

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const page = await previewEdition({ ...ctx, language }, { upload: params.upload ?? "" });
  return { ...page, title: ctx.t(language)("ratings:editions.previewTitle", { edition: page.beside }) };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const typed = formInput(await request.formData(), addEdition.input);
  const outcome = await addEdition.submit(ctx, { ...typed, upload: params.upload ?? "" });
  if (!("faults" in outcome)) return redirect("/settings/editions", 303);
  const texts = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)]));
  return data({ typed: texts, faults: outcome.faults }, { status: 422 });
});

const labels = {
  name: "editions.name",
  publisher: "editions.publisher",
  year: "editions.year",
  released: "editions.released",
  source: "editions.source",
  licence: "editions.licence",
  doubts: "editions.doubtField",
} as const;

export default function PreviewPage() {
  const { t } = useTranslation("ratings");
  const { t: team } = useTranslation("team");
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => {
    const label = field in labels ? t(labels[field as keyof typeof labels]) : field;
    return { field, text: team(`fault.${code}`, { field: label }) };
  });
  return <EditionPreview {...useLoaderData<typeof loader>()} answered={answer && { typed: answer.typed, errors }} />;
}
