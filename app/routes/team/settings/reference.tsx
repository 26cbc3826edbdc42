import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { TierMark } from "#app/components/team/ratings/marks";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { Form, Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { readReference } from "#app/services/team/settings/reference";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const search = new URL(request.url).searchParams.get("q") ?? "";
  const title = ctx.t(teamLanguage(request))("team:settings.reference.title");
  return { title, language: ctx.language, ...(await readReference(ctx, { search })) };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

type Source = Loaded["sources"][number];

/** What every list that is in use is known to lack: it stands open, because a list that is not complete proves nothing. */
function Missing({ sources }: Pick<Loaded, "sources">) {
  const { t } = useTranslation("team");
  return (
    <section className="section">
      <h2>{t("reference.missing")}</h2>
      <p>{t("reference.missingLead")}</p>
      {sources
        .filter(({ missing }) => missing.length > 0)
        .map(({ id, title, missing }) => (
          <section key={id} lang="en">
            <h3>{title}</h3>
            <Sentences texts={missing} />
          </section>
        ))}
    </section>
  );
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** What the rows of a list rest on, each with its address and date, and whether it was read. */
function References({ references }: Pick<Source, "references">) {
  const { t } = useTranslation("team");
  return (
    <>
      <p>{t("reference.restsOn")}</p>
      <ul>
        {references.map(({ id, title, address, date, known }) => (
          <li key={id}>
            {[title, address, date].filter(Boolean).join(", ")} ({t(`reference.known.${known}`)})
          </li>
        ))}
      </ul>
    </>
  );
}

function Sources({ sources }: Pick<Loaded, "sources">) {
  const { t } = useTranslation("team");
  return (
    <section className="section">
      <h2>{t("reference.sources")}</h2>
      {sources.map((source) => (
        <details key={source.id}>
          <summary>
            {source.title}, {source.id}, {t("reference.rows", { count: source.rows })}
          </summary>
          <div className="disclosed" lang="en">
            <p>
              {source.publisher} {source.year}
            </p>
            <p>{t("reference.from", { source: source.source })}</p>
            <p>{t("reference.licence", { licence: source.licence })}</p>
            {source.references.length > 0 && <References references={source.references} />}
            <p>{t("reference.uncertain")}</p>
            <Sentences texts={source.doubts} />
            {source.since.length > 0 && <p>{t("reference.since")}</p>}
            {source.since.length > 0 && <Sentences texts={source.since} />}
          </div>
        </details>
      ))}
    </section>
  );
}

export default function Reference() {
  const { t } = useTranslation("team");
  const { mayAdd, title, search, language, years, countries, all, sources } = useLoaderData<typeof loader>();
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={title}
        back={{ to: "/settings", label: t("settings.title") }}
        meta={[t("settings.reference.lead")]}
        actions={
          mayAdd && (
            <Link className="button button-second" to="/settings/editions">
              {t("reference.own")}
            </Link>
          )
        }
      />
      <Missing sources={sources} />
      <Sources sources={sources} />
      <section className="section">
        <h2>{t("reference.countries")}</h2>
        <Form method="get" role="search" className="filters">
          <div className="field search-field">
            <label htmlFor="q">{t("reference.find")}</label>
            <input type="search" id="q" name="q" defaultValue={search} />
          </div>
          <button type="submit" className="button button-second">
            {t("campaign.findButton")}
          </button>
        </Form>
        <p className="result-line" role="status">
          {t("reference.found", { done: countries.length, all })}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <section className="grid-scroll" aria-label={t("reference.countries")} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col" className="frozen">
                  {t("import.field.country")}
                </th>
                {years.map((year) => (
                  <th key={year} scope="col">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {countries.map(({ iso2, name, tiers }) => (
                <tr key={iso2}>
                  <th scope="row" className="frozen">
                    <span lang={language}>{name}</span> <span className="dim">{iso2}</span>
                  </th>
                  {tiers.map((tier, place) => (
                    <td key={years[place]}>
                      {tier === "none" ? (
                        <span className="dim">{t("tier.long.none")}</span>
                      ) : (
                        <TierMark country={iso2} name={name} tier={tier} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
    </main>
  );
}
