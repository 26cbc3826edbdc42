import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { ActionFieldsView, FieldError, NewActionView } from "#app/views/team/actions/action";
import { ActionFields } from "./action-fields";
import { DoNoHarm } from "./do-no-harm";
import { Effect } from "./effect";

type Props = NewActionView & { readonly errors: readonly FieldError[]; readonly typed?: ActionFieldsView };

/** The gaps of a supplier, or the form about the one that was chosen. */
export function NewActionPage(page: Props) {
  const { t } = useTranslation(["actions", "team"]);
  const { supplier, chosen, isRated, groups, harm } = page;
  const back = chosen
    ? { to: `/actions/new?supplier=${supplier.id}`, label: t("new.title") }
    : { to: supplier.href, label: supplier.name };
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={page.title} back={back} />
      {!isRated && <p>{t("new.unrated")}</p>}
      {isRated && !chosen && (
        <p className="lead">{groups.length === 0 ? t("new.none") : t("new.lead", { supplier: supplier.name })}</p>
      )}
      {harm && !chosen && <DoNoHarm />}
      {chosen ? <OpenForm {...page} chosen={chosen} /> : <Gaps {...page} />}
    </main>
  );
}

function Gaps({ groups, supplier }: NewActionView) {
  const t = useTexts("actions");
  return groups.map(({ source, gaps }) => (
    <section key={source} className="section" aria-labelledby={source}>
      <h2 id={source}>{t(`new.${source}`)}</h2>
      <ul className="action-gaps">
        {gaps.map(({ id, code, text, href, open, effect, plan }) => (
          <li key={id}>
            <span className="mono">{code}</span>
            <div>
              <p>
                <bdi>{text}</bdi>
              </p>
              {plan && (
                <p className="muted" dir="auto">
                  {t("new.planned", { ...plan, supplier: supplier.name })}
                </p>
              )}
              {effect && (
                <p className="actions-effect">
                  <Effect effect={effect} />
                </p>
              )}
              {open > 0 && <p className="muted">{t("new.there", { count: open })}</p>}
            </div>
            <p>
              <Link to={href}>
                {t("new.choose")}
                <span className="visually-hidden"> {text}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function OpenForm({ chosen, owners, errors, typed }: Props & { chosen: NonNullable<NewActionView["chosen"]> }) {
  const { t } = useTranslation(["actions", "team"]);
  return (
    <>
      <p className="lead">
        {chosen.code !== "" && <span className="mono">{chosen.code}</span>} <bdi>{chosen.text}</bdi>
      </p>
      {chosen.northKorea && <DoNoHarm />}
      <Form method="post" className="section flow" reloadDocument>
        <ErrorSummary title={t("team:form.problem")} errors={errors} />
        <input type="hidden" name="from" value={chosen.from} />
        <ActionFields fields={typed ?? chosen.fields} owners={owners} errors={errors} />
        {!chosen.northKorea && (
          <div className="choices">
            <div className="choice">
              <input type="checkbox" id="northKorea" name="northKorea" value="yes" />
              <label htmlFor="northKorea">{t("new.northKorea")}</label>
            </div>
          </div>
        )}
        <div className="actions">
          <button type="submit" className="button">
            {t("new.submit")}
          </button>
        </div>
      </Form>
    </>
  );
}
