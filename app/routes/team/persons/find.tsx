import { useTranslation } from "react-i18next";
import { TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { findPersons } from "#app/services/team/persons/find-persons";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => ({
  ...(await findPersons(ctx, { text: "" })),
  title: ctx.t(teamLanguage(request))("team:persons.title"),
}));

/** Asked by a form that is sent, so that nobody's name or address stands in an address that is kept somewhere. */
export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const form = await request.formData();
  return data(await findPersons(ctx, { text: String(form.get("text") ?? "") }));
});

export default function FindPersons() {
  const { t } = useTranslation("team");
  const loaded = useLoaderData<typeof loader>();
  const { text, isAsked, contacts, users, signers, colleagues, isCut } = useActionData<typeof action>() ?? loaded;
  const isNobody = isAsked && contacts.length + users.length + signers.length + colleagues.length === 0;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={loaded.title} back={{ to: "/settings", label: t("settings.title") }} />
      <p>{t("persons.lead")}</p>
      <Form method="post" className="section" reloadDocument>
        <TextField name="text" type="search" label={t("persons.who")} hint={t("persons.whoHint")} value={text} />
        <p className="actions">
          <button type="submit" className="button">
            {t("persons.search")}
          </button>
        </p>
      </Form>
      {isNobody && <p role="status">{t("persons.nobody")}</p>}
      {isCut && <p className="note-plain">{t("persons.many")}</p>}
      {contacts.length > 0 && (
        <section className="section flow">
          <h2>{t("persons.contacts")}</h2>
          <ul>
            {contacts.map(({ id, name, email, suppliers }) => (
              <li key={id}>
                <Link to={`/settings/persons/contact/${id}`}>
                  <bdi>{name ?? email}</bdi>
                </Link>
                {", "}
                <span className="ltr">{email}</span>: <bdi>{suppliers.join(", ")}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {users.length > 0 && (
        <section className="section flow">
          <h2>{t("persons.users")}</h2>
          <ul>
            {users.map(({ id, name, email }) => (
              <li key={id}>
                <Link to={`/settings/persons/user/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
                {", "}
                <span className="ltr">{email}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {colleagues.length > 0 && (
        <section className="section flow">
          <h2>{t("persons.colleagues")}</h2>
          <ul>
            {colleagues.map(({ id, name, email, supplier, reference }) => (
              <li key={id}>
                <Link to={`/settings/persons/colleague/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
                {", "}
                <span className="ltr">{email}</span>: <bdi>{supplier.name}</bdi>,{" "}
                <span className="mono">{reference}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {signers.length > 0 && (
        <section className="section flow">
          <h2>{t("persons.signers")}</h2>
          <p>{t("persons.signersText")}</p>
          <ul>
            {signers.map(({ name, job, reference, supplier, attestation }) => (
              <li key={attestation}>
                <Link to={`/settings/persons/signer/${attestation}`}>
                  <bdi>{name}</bdi>
                </Link>
                , <bdi>{job}</bdi>:{" "}
                <Link to={`/suppliers/${supplier.id}`}>
                  <bdi>{supplier.name}</bdi>
                </Link>
                , <span className="mono">{reference}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
