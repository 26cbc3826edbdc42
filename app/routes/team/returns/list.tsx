import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listReturns } from "#app/services/returns/list-returns";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const input = formInput(new URL(request.url).searchParams, listReturns.input);
  return {
    ...(await listReturns({ ...ctx, language }, input)),
    title: ctx.t(language)("team:returns.list.title"),
  };
});

type Lines = ReturnType<typeof useLoaderData<typeof loader>>["answered"];

/** Everything that went back to suppliers and is not done with. */
export default function ReturnsPage() {
  const { t } = useTranslation("team");
  const { title, answered, waiting, cutAt } = useLoaderData<typeof loader>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/", label: t("bar.today") }} meta={[t("returns.list.lead")]} />
      {answered.length + waiting.length === 0 && <p>{t("returns.list.none")}</p>}
      <Part title={t("returns.list.answered")} lines={answered} />
      <Part title={t("returns.list.waiting")} lines={waiting} />
      {cutAt !== undefined && <p className="muted">{t("returns.list.cut", { most: cutAt })}</p>}
    </main>
  );
}

function Part({ title, lines }: { title: string; lines: Lines }) {
  const { t } = useTranslation("team");
  if (lines.length === 0) return null;
  return (
    <section className="section flow">
      <h2>{title}</h2>
      <ul className="plain-list flow">
        {lines.map(({ id, href, supplier, count, name, due, isLate, answered, started }) => (
          <li key={id}>
            <Link to={href}>
              <bdi>{supplier.name}</bdi>
            </Link>
            <span className="second-line">
              {count === undefined ? t("returns.list.by", { name }) : t("returns.list.what", { count, name })}
            </span>
            <span className="second-line">
              {answered ? t("returns.list.on", { at: answered }) : t(isLate ? "returns.late" : "returns.due", { due })}
            </span>
            {!answered && (
              <span className="second-line">
                {started ? t("returns.started", { at: started }) : t("returns.waiting")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
