import { useTranslation } from "react-i18next";
import { SelectField, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Form, Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { trailQuery } from "#app/routes/team/requests/trail-query";
import { showTrail } from "#app/services/team/trail/show-trail";
import { trailKinds } from "#app/services/team/trail/trail-filter";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const trail = await showTrail({ ...ctx, language }, trailQuery(request));
  return { ...trail, kinds: trailKinds, title: ctx.t(language)("team:settings.trail.title") };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Filters({ query, kinds, people }: Pick<Shown, "query" | "kinds" | "people">) {
  const { t } = useTranslation("team");
  return (
    <Form method="get" className="trail-filters" key={JSON.stringify(query)}>
      <SelectField
        name="kind"
        label={t("trail.kind")}
        value={query.kind}
        choices={[
          { value: "", label: t("trail.everything") },
          ...kinds.map((value) => ({ value, label: t(`trail.kinds.${value}`) })),
        ]}
      />
      <SelectField
        name="person"
        label={t("trail.person")}
        value={query.person}
        choices={[
          { value: "", label: t("trail.everybody") },
          ...people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
        ]}
      />
      <TextField name="from" type="date" label={t("trail.from")} value={query.from} />
      <TextField name="until" type="date" label={t("trail.until")} value={query.until} />
      <button type="submit" className="button button-second">
        {t("trail.show")}
      </button>
    </Form>
  );
}

function Lines({ lines }: Pick<Shown, "lines">) {
  const { t } = useTranslation("team");
  return (
    <table className="rows section">
      <thead>
        <tr>
          <th scope="col">{t("trail.what")}</th>
          <th scope="col">{t("trail.about")}</th>
          <th scope="col">{t("trail.who")}</th>
          <th scope="col">{t("trail.where")}</th>
          <th scope="col">{t("trail.at")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, at, text, by, about, address, agent }) => (
          <tr key={key}>
            <td>{text}</td>
            <td data-label={t("trail.about")}>
              {about.name ? <bdi>{about.name}</bdi> : t(`trail.subject.${about.type}`)}
            </td>
            <td data-label={t("trail.who")}>{by}</td>
            <td data-label={t("trail.where")}>
              {address && <bdi className="num">{address}</bdi>}
              {agent && <small>{agent}</small>}
            </td>
            <td data-label={t("trail.at")}>{at}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default function Trail() {
  const { t } = useTranslation("team");
  const { title, query, kinds, people, lines, unlisted, older, isNewest } = useLoaderData<typeof loader>();
  const search = String(new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")));
  const at = (more: string) => `?${[search, more].filter(Boolean).join("&")}`;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={title}
        back={{ to: "/settings", label: t("settings.title") }}
        actions={
          <a className="button button-second" href={`/settings/trail.csv?${search}`}>
            {t("trail.export")}
          </a>
        }
      />
      <Filters query={query} kinds={kinds} people={people} />
      <p className="muted">{t("trail.daysHint")}</p>
      {unlisted.map(({ key, since, attempts: count }) => (
        <p className="note-plain" key={key}>
          {t("trail.unlisted", { count, since })}
        </p>
      ))}
      {lines.length === 0 ? <p className="section">{t("trail.none")}</p> : <Lines lines={lines} />}
      {(older || !isNewest) && (
        <nav className="pager" aria-label={t("pager.label")}>
          <span className="pager-links">
            {!isNewest && <Link to={at("")}>{t("trail.newest")}</Link>}{" "}
            {older && <Link to={at(`before=${older}`)}>{t("trail.older")}</Link>}
          </span>
        </nav>
      )}
    </main>
  );
}
