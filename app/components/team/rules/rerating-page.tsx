import { useTranslation } from "react-i18next";
import { ErrorSummary, TextArea } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { Meter } from "#app/components/team/progress/meter";
import { usePolling } from "#app/components/team/progress/use-polling";
import { RatingChange } from "#app/components/team/ratings/rating-change";
import { DataTable } from "#app/components/team/tables/data-table";
import { CrossTable } from "#app/components/team/what-if/cross-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { ReratingPage as View } from "#app/views/team/rules/own-rules";
import type { Answered } from "./draft-page";
import { RuleSteps } from "./rule-steps";
import { Standing } from "./rule-tables";

type Props = View & { answered?: Answered };

/** How far suppliers are rated again, who moved, and the way back. */
export function ReratingPage({ answered, ...page }: Props) {
  const { t } = useTranslation("rules");
  const { id, title, by, at, rules, edition, reason, country, campaign, left, result, state } = page;
  const isThere = state !== "asked" && state !== "declined";
  const parts = [country, campaign].filter((part) => part !== undefined);
  return (
    <main id="main" tabIndex={-1} className="wide">
      {rules?.id !== undefined && isThere && <RuleSteps at="rated" />}
      <Head
        title={t(`rerating.${titleOf(page)}`, { title })}
        back={{ to: "/rules", label: t("rerating.back") }}
        meta={[
          t("rerating.by", { name: by, at }),
          ...parts.map((part) => t("rerating.part", { part })),
          ...(rules ? [<Rules key="rules" {...rules} />] : []),
          ...(edition === undefined ? [] : [t("rerating.countries", { edition })]),
        ]}
        actions={
          page.mayExport && (
            <a className="button button-second" href={`/rules/rated-again/${id}.csv`} download>
              {t("rerating.csv")}
            </a>
          )
        }
      />
      <ErrorSummary title={t("rerating.problem")} errors={answered?.errors ?? []} />
      <Second {...page} />
      <Progress {...page} />
      {left > 0 && <p className="note">{t("rerating.left", { count: left })}</p>}
      <section className="section">
        <h2>{t("rerating.reason")}</h2>
        <p dir="auto">{reason}</p>
      </section>
      {isThere && (result ? <Result {...result} /> : <p className="note section">{t("rerating.noRight")}</p>)}
      {state === "ended" && <WayBack {...page} answered={answered} />}
    </main>
  );
}

function Rules({ id, title }: NonNullable<View["rules"]>) {
  return id === undefined ? (
    <bdi>{title}</bdi>
  ) : (
    <Link to={`/rules/${id}`}>
      <bdi>{title}</bdi>
    </Link>
  );
}

/** What it is called: nobody was rated yet, or ever, where a second person is asked or declined. */
export function titleOf({ state, isBack }: Pick<View, "state" | "isBack">) {
  if (state === "asked" || state === "declined") return isBack ? "askedBackTitle" : "askedTitle";
  return isBack ? "backTitle" : "title";
}

/** What a second person is asked, by the rules of the organisation. */
function Second({ waits, maySettle }: View) {
  const t = useTexts("rules");
  if (waits === undefined) return null;
  return (
    <div className="note section flow">
      <p>{t(waits === "own" ? "rerating.waitsOwn" : "rerating.waits")}</p>
      {maySettle && (
        <Form method="post" className="actions" reloadDocument>
          <button type="submit" name="intent" value="agree" className="button">
            {t("rerating.agree")}
          </button>
          <button type="submit" name="intent" value="decline" className="button button-second">
            {t("rerating.decline")}
          </button>
        </Form>
      )}
    </div>
  );
}

function Progress({ state, done, all }: View) {
  const t = useTexts("rules");
  if (state === "asked") return null;
  return (
    <div className="section" role="status">
      <p>
        <Meter done={done} all={all} words={t("rerating.progress", { done, all })} />{" "}
        {t(state === "going-on" ? "rerating.goingOn" : `rerating.${state}`)}
      </p>
      {state === "going-on" && <LookAgain />}
    </div>
  );
}

/** The page looks again by itself, and by a link where no script runs. */
function LookAgain() {
  const t = useTexts("rules");
  usePolling();
  return (
    <p>
      <Link to="" preventScrollReset>
        {t("rerating.look")}
      </Link>
    </p>
  );
}

function Result({ cross, worse, better, movers }: NonNullable<View["result"]>) {
  const t = useTexts("rules");
  const all = worse + better;
  return (
    <>
      <section className="section">
        <p className="lead">{t("rerating.moved", { worse, better })}</p>
        <CrossTable cross={cross} words={{ caption: t("rerating.cross"), head: t("rerating.before") }} />
      </section>
      <section className="section">
        <h2>
          {t("rerating.movers")}{" "}
          {all > 0 && <span className="count">{t("rerating.moversCount", { shown: movers.length, all })}</span>}
        </h2>
        {movers.length === 0 ? <p>{t("rerating.noMovers")}</p> : <Movers movers={movers} />}
      </section>
    </>
  );
}

function Movers({ movers }: Pick<NonNullable<View["result"]>, "movers">) {
  const t = useTexts("rules");
  return (
    <DataTable
      label={t("rerating.movers")}
      head={
        <>
          <th scope="col">{t("rerating.supplier")}</th>
          <th scope="col">{t("rerating.before")}</th>
          <th scope="col">{t("rerating.after")}</th>
          <th scope="col">{t("rerating.points")}</th>
        </>
      }
    >
      <tbody>
        {movers.map(({ id, ref, name, before, after }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/suppliers/${id}`}>
                <bdi>{name}</bdi>
              </Link>{" "}
              <span className="second-line">{ref}</span>
            </th>
            <td>
              <Standing points={before.score} band={before.band} />
              <span className="second-line">{before.made}</span>
            </td>
            <td>
              <Standing points={after.score} band={after.band} />
              <span className="second-line">{after.made}</span>
            </td>
            <td className="num">
              <RatingChange points={after.score - before.score} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function WayBack({ mayTakeBack, takenBackBy, takesBack, answered }: Props) {
  const t = useTexts("rules");
  const other = takenBackBy ?? takesBack;
  return (
    <>
      {other !== undefined && (
        <p className="section">
          {t(takenBackBy === undefined ? "rerating.takesBack" : "rerating.takenBack")}{" "}
          <Link to={`/rules/rated-again/${other}`}>{t("rerating.see")}</Link>
        </p>
      )}
      {mayTakeBack && (
        <Form method="post" className="section flow narrow" id="rerate" reloadDocument>
          <h2>{t("rerating.takeBack")}</h2>
          <p>{t("rerating.takeBackLead")}</p>
          <TextArea
            {...{ name: "reason", label: t("list.reason"), hint: t("list.reasonHint"), dir: "auto" }}
            value={answered?.typed.reason}
            error={answered?.errors.find(({ field }) => field === "reason")?.text}
          />
          <button type="submit" name="intent" value="take-back" className="button">
            {t("rerating.takeBackDo")}
          </button>
        </Form>
      )}
    </>
  );
}
