import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { TakeInForm } from "#app/components/team/mailbox/take-in-form";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { Pager } from "#app/components/team/tables/pager";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listReceived } from "#app/services/mailbox/list-received";
import { receiveMails } from "#app/services/mailbox/receive-mails";
import { pagesAt } from "#app/views/team/pages";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const asked = new URL(request.url).searchParams;
  const list = await listReceived({ ...ctx, language }, { page: asked.get("page") });
  // What was just done: figures of a form that was sent, and of no more digits than one can have.
  const done = (["taken", "known"] as const).flatMap((word) => {
    const figure = /^[1-9]\d?$/.exec(asked.get(word) ?? "")?.[0];
    return figure ? [{ word, count: Number(figure) }] : [];
  });
  return { ...list, done, title: ctx.t(language)("team:received.title") };
});

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const files = (await request.formData()).getAll("files");
  const chosen = files.filter((file) => file instanceof Blob && (file.size > 0 || file.name !== "")) as Blob[];
  const messages = await Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  const outcome = await receiveMails.submit(ctx, { messages, way: "file" });
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  const count = (word: "taken" | "known") => outcome.done.filter((one) => one.outcome === word).length;
  return redirect(`/settings/mail/received?taken=${count("taken")}&known=${count("known")}`, 303);
});

export default function Received() {
  const { t } = useTranslation("team");
  const figures = useNumberFormats();
  const { title, received, total, page, pageSize, mayReceive, most, done } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  const errors = faults.map(({ field, code, params }) => ({ field, text: t(`fault.${code}`, params) }));
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={title}
        count={figures.count(total)}
        back={{ to: "/settings/mail", label: t("settings.mail.title") }}
        meta={[t("received.lead")]}
      />
      {done.length > 0 && (
        <p className="note-plain" role="status">
          {done.map(({ word, count }) => t(`received.done.${word}`, { count })).join(" ")}
        </p>
      )}
      {mayReceive && (
        <>
          <ErrorSummary title={t("form.problem")} errors={errors} />
          <TakeInForm most={most} error={errors[0]?.text} />
        </>
      )}
      {total === 0 ? (
        <p className="section">{t("received.none")}</p>
      ) : (
        <table className="rows section">
          <thead>
            <tr>
              <th scope="col">{t("received.from")}</th>
              <th scope="col">{t("received.what")}</th>
              <th scope="col">{t("received.about")}</th>
              <th scope="col">{t("received.at")}</th>
            </tr>
          </thead>
          <tbody>
            {received.map(({ id, what, from, subject, said, status, about, at }) => (
              <tr key={id}>
                <td>
                  {from === "" ? t("received.nobody") : <bdi>{from}</bdi>}
                  {subject && <bdi className="second-line">{subject}</bdi>}
                </td>
                <td data-label={t("received.what")}>
                  {t(`received.kinds.${what}`)}
                  {(said || status) && <bdi className="second-line">{said || status}</bdi>}
                </td>
                <td data-label={t("received.about")}>
                  {about ? (
                    <>
                      <Link to={about.at}>
                        <bdi>{about.supplier}</bdi>
                      </Link>
                      <span className="second-line">{t(`mail.kinds.${about.kind}`)}</span>
                    </>
                  ) : (
                    t("received.unmatched")
                  )}
                </td>
                <td data-label={t("received.at")}>{at}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager pages={pagesAt({ page, pageSize, total, query: "" })} />
    </main>
  );
}
