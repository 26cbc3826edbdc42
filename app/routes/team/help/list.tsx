import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listWaitingHelp } from "#app/services/help/list-waiting";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const input = formInput(new URL(request.url).searchParams, listWaitingHelp.input);
  return { ...(await listWaitingHelp({ ...ctx, language }, input)), title: ctx.t(language)("team:help.title") };
});

/** What suppliers asked and nobody answered yet. */
export default function HelpPage() {
  const { t } = useTranslation("team");
  const { title, waiting, cutAt } = useLoaderData<typeof loader>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/", label: t("bar.today") }} meta={[t("help.lead")]} />
      {waiting.length === 0 && <p>{t("help.none")}</p>}
      {waiting.map(({ href, code, of, since, text }) => (
        <section key={href} className="section flow">
          <h2>
            <Link to={href}>{t("help.question", { code })}</Link>
          </h2>
          <p>
            <bdi>{of}</bdi>
            <span className="second-line">{since}</span>
          </p>
          <blockquote className="typed-lines" dir="auto">
            {text}
          </blockquote>
        </section>
      ))}
      {cutAt !== undefined && <p className="muted">{t("help.cut", { max: cutAt })}</p>}
    </main>
  );
}
