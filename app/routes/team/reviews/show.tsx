import { useTranslation } from "react-i18next";
import { ReviewPage } from "#app/components/team/reviews/review-page";
import { teamLanguage } from "#app/http/team-session.server";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { doneIn, intents, send } from "#app/routes/team/requests/forms/review-intents";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showReview } from "#app/services/team/reviews/show-review";
import ratings from "#app/styles/ratings.css?url";
import reviews from "#app/styles/reviews.css?url";
import type { Typed } from "#app/views/team/reviews/review-page";

export const handle = { namespaces: ["team", "ratings", "reviews"] } satisfies RouteHandle;

export const links = () => [ratings, reviews].map((href) => ({ rel: "stylesheet", href }));

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }: LoaderArgs) => {
  const language = teamLanguage(request);
  const asked = new URL(request.url).searchParams;
  const of = (name: string) => asked.get(name) ?? undefined;
  const input = showReview.input.parse({
    ...{ attestation: params.attestation, question: of("question")?.slice(0, 200) },
    ...{ view: of("view"), kind: of("kind"), sort: of("sort") },
  });
  const found = await showReview({ ...ctx, language }, input);
  const title = ctx.t(language)("reviews:one.title", { supplier: found.supplier.name });
  return { ...found, title, file: of("file"), act: of("act"), done: doneIn(of("done") ?? null) };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const sent = await send(ctx, await request.formData(), params.attestation ?? "");
  if ("faults" in sent) return data(sent, { status: 422 });
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("done", sent.done);
  return redirect(`${pathname}?${searchParams}`, 303);
}, intents);

/** One submission in review. */
export default function Review() {
  // Whoever comes from another page by script has to fetch these texts first.
  const { t } = useTranslation(["reviews", "ratings", "team"]);
  const { done, ...page } = useLoaderData<typeof loader>();
  const typed = useTyped();
  return <ReviewPage {...page} done={done && t(`done.${done}`)} typed={typed} />;
}

/** A form that came back, with what can be corrected in words. */
function useTyped(): Typed | undefined {
  const t = useTexts("reviews");
  const team = useTexts("team");
  const sent = useActionData<typeof action>();
  if (!sent) return undefined;
  const names: Readonly<Record<string, string>> = {
    reason: t("decide.reason"),
    proof: t("decide.proof"),
    second: t("decide.second"),
    day: t("change.day"),
    to: t("change.to"),
    verdict: t("file.counts"),
  };
  const errors = sent.faults.map(({ field, code, params }): [string, string] => {
    return [field, team(`fault.${code}`, { field: names[field] ?? field, ...params })];
  });
  const values = Object.entries(sent.values).map(([name, value]): [string, string] => [name, String(value)]);
  return { intent: sent.intent, values: Object.fromEntries(values), errors: Object.fromEntries(errors) };
}
