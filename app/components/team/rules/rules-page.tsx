import { useTranslation } from "react-i18next";
import { ErrorSummary, SelectField, TextArea } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { ReratingLine, RulesPage as View } from "#app/views/team/rules/own-rules";
import type { Answered } from "./draft-page";
import { titleOf } from "./rerating-page";

type Props = View & { title: string; answered?: Answered };

/** Which rules ratings are made by, and the organisation's own. */
export function RulesPage({ title, answered, ...page }: Props) {
  const { t } = useTranslation("rules");
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={title}
        back={{ to: "/what-if", label: t("list.back") }}
        meta={[t("list.lead")]}
        actions={
          <>
            <Link className="button button-second" to="/what-if">
              {t("list.try")}
            </Link>
            {page.mayRerate && (
              <Link className="button button-second" to="/rules/rate-again">
                {t("again.title")}
              </Link>
            )}
          </>
        }
      />
      <ErrorSummary title={t("show.problem")} errors={answered?.errors ?? []} />
      <Own own={page.own} />
      <Reratings reratings={page.reratings} />
      <InForce {...page} answered={answered} />
    </main>
  );
}

function Own({ own }: Pick<View, "own">) {
  const t = useTexts("rules");
  return (
    <section className="section">
      <h2>{t("list.own")}</h2>
      {own.length === 0 ? (
        <p className="muted">{t("list.ownNone")}</p>
      ) : (
        <DataTable
          label={t("list.own")}
          head={
            <>
              <th scope="col">{t("list.name")}</th>
              <th scope="col">{t("list.state")}</th>
              <th scope="col">{t("list.from")}</th>
              <th scope="col">{t("list.by")}</th>
              <th scope="col">{t("list.drafted")}</th>
            </>
          }
        >
          <tbody>
            {own.map(({ id, title, state, parent, drafter, drafted }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/rules/${id}`}>
                    <bdi>{title}</bdi>
                  </Link>
                </th>
                <td>{t(`state.${state}`)}</td>
                <td>
                  <bdi>{parent}</bdi>
                </td>
                <td>
                  <bdi>{drafter}</bdi>
                </td>
                <td>{drafted}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function Reratings({ reratings }: Pick<View, "reratings">) {
  const t = useTexts("rules");
  return (
    <section className="section">
      <h2>{t("list.reratings")}</h2>
      {reratings.length === 0 ? (
        <p className="muted">{t("list.reratingsNone")}</p>
      ) : (
        <DataTable
          label={t("list.reratings")}
          head={
            <>
              <th scope="col">{t("list.what")}</th>
              <th scope="col">{t("list.far")}</th>
              <th scope="col">{t("list.by")}</th>
              <th scope="col">{t("list.at")}</th>
            </>
          }
        >
          <tbody>
            {reratings.map((one) => (
              <Rerating key={one.id} {...one} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function Rerating({ id, title, isBack, state, done, all, by, at }: ReratingLine) {
  const t = useTexts("rules");
  return (
    <tr>
      <th scope="row">
        <Link to={`/rules/rated-again/${id}`}>{t(`rerating.${titleOf({ state, isBack })}`, { title })}</Link>
      </th>
      <td>
        {state === "going-on" || state === "stopped" ? t("rerating.progress", { done, all }) : t(`rerating.${state}`)}
      </td>
      <td>
        <bdi>{by}</bdi>
      </td>
      <td>{at}</td>
    </tr>
  );
}

function InForce({ inForce, history, choices, answered }: Omit<Props, "title">) {
  const t = useTexts("rules");
  return (
    <section className="section flow">
      <h2>{t("list.inForce")}</h2>
      <p>{t("list.inForceLead")}</p>
      <DataTable
        label={t("list.inForce")}
        head={
          <>
            <th scope="col">{t("list.questionnaire")}</th>
            <th scope="col">{t("list.rules")}</th>
          </>
        }
      >
        <tbody>
          {inForce.map(({ questionnaire, rules }) => (
            <tr key={questionnaire}>
              <th scope="row">{questionnaire}</th>
              <td>
                <bdi>{rules}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {choices && (
        <Form method="post" className="flow narrow" reloadDocument>
          <SelectField {...{ name: "rules", label: t("list.rules"), choices, value: answered?.typed.rules }} />
          <TextArea
            {...{ name: "reason", label: t("list.reason"), hint: t("list.reasonHint"), dir: "auto" }}
            value={answered?.typed.reason}
            error={answered?.errors.find(({ field }) => field === "reason")?.text}
          />
          <button type="submit" className="button">
            {t("list.choose")}
          </button>
        </Form>
      )}
      {history.length > 0 && <History history={history} />}
    </section>
  );
}

function History({ history }: Pick<View, "history">) {
  const t = useTexts("rules");
  return (
    <>
      <h3>{t("list.history")}</h3>
      <DataTable
        label={t("list.history")}
        head={
          <>
            <th scope="col">{t("list.at")}</th>
            <th scope="col">{t("list.rules")}</th>
            <th scope="col">{t("list.by")}</th>
            <th scope="col">{t("list.reason")}</th>
          </>
        }
      >
        <tbody>
          {history.map(({ at, rules, by, reason }) => (
            <tr key={at + rules}>
              <th scope="row">{at}</th>
              <td>
                <bdi>{rules}</bdi>
              </td>
              <td>
                <bdi>{by}</bdi>
              </td>
              <td dir="auto">{reason}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
