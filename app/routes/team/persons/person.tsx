import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link, useSearchParams } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { personAsked } from "#app/routes/team/requests/person-asked";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { erasePerson, showPersonData } from "#app/services/team/persons/person-data";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }: LoaderArgs) => {
  const person = await showPersonData({ ...ctx, language: teamLanguage(request) }, personAsked(params));
  return { ...person, title: person.name ?? person.email };
});

export const action = forTeam(async (ctx, { params }: ActionArgs) => {
  const asked = personAsked(params);
  const outcome = await erasePerson.submit(ctx, asked);
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  return redirect(`/settings/persons/${asked.kind}/${asked.id}?done`, 303);
});

type Held = ReturnType<typeof useLoaderData<typeof loader>>["held"][number];

/** One kind of what is held: what it is, what becomes of it, and its first lines. */
function HeldLines({ held: { what, count, lines } }: { held: Held }) {
  const { t } = useTranslation("team");
  if (count === 0) return null;
  return (
    <section className="section flow">
      <h2>{t(`persons.held.${what}.title`, { count })}</h2>
      <p>{t(`persons.held.${what}.text`)}</p>
      <ul>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none ever moves
          <li key={place}>
            <bdi>{line.what}</bdi>
            {line.value !== "" && (
              <>
                : <bdi>{line.value}</bdi>
              </>
            )}
            {line.day && <small> {line.day}</small>}
          </li>
        ))}
      </ul>
      {lines.length < count && <p className="muted">{t("persons.more", { count: count - lines.length })}</p>}
    </section>
  );
}

export default function PersonData() {
  const { t } = useTranslation("team");
  const { title, kind, id, email, isEnded, erasedOn, mayErase, held, isCut } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const faults = useActionData<typeof action>()?.faults ?? [];
  const errors = faults.map(({ field, code }) => ({ field, text: t(`fault.${code}`, { field: "" }) }));
  const address = `/settings/persons/${kind}/${id}`;
  const isAsking = mayErase && query.has("erase");
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/settings/persons", label: t("persons.title") }} meta={[email]} />
      <ErrorSummary title={t("form.problem")} errors={errors} />
      {query.has("done") && erasedOn && (
        <p className="note-plain" role="status">
          {t("persons.done")}
        </p>
      )}
      {erasedOn && <p>{t("persons.erasedOn", { day: erasedOn })}</p>}
      {isAsking ? (
        <section className="section flow" aria-labelledby="sure">
          <h2 id="sure">{t("persons.sure", { name: title })}</h2>
          <p>{t(`persons.goes.${kind}`)}</p>
          <p>{t("persons.stays")}</p>
          <Form method="post" action={address} className="actions" reloadDocument>
            <button type="submit" className="button button-destroys">
              {t("persons.erase", { name: title })}
            </button>
            <Link to={address}>{t("persons.back")}</Link>
          </Form>
        </section>
      ) : (
        <>
          <p className="actions">
            <a className="button button-second" href={`${address}.json`}>
              {t("persons.json")}
            </a>
            <a className="button button-second" href={`${address}.csv`}>
              {t("persons.csv")}
            </a>
            {mayErase && (
              <Link className="button button-second" to="?erase">
                {t("persons.askErase")}
              </Link>
            )}
          </p>
          {!isEnded && (
            <p>
              {t("persons.endFirst")} <Link to={`/settings/people/${id}`}>{t("persons.toPerson")}</Link>
            </p>
          )}
          {isCut && <p className="note-plain">{t("persons.cut")}</p>}
          {held.map((one) => (
            <HeldLines key={one.what} held={one} />
          ))}
        </>
      )}
    </main>
  );
}
