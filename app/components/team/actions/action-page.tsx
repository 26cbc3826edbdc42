import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { ActionFieldsView, ActionPageView, FieldError, StepTyped } from "#app/views/team/actions/action";
import { ActionFields } from "./action-fields";
import { DoNoHarm } from "./do-no-harm";
import { Effect } from "./effect";
import { StateMark } from "./state-mark";
import { Steps } from "./steps";

type Props = ActionPageView & {
  readonly errors: readonly FieldError[];
  /** What was typed and could not be kept. */
  readonly typed?: ActionFieldsView;
  readonly typedStep?: StepTyped;
};

/** One action: what it is about, what comes next, what the supplier says, its proof, and all that happened to it. */
export function ActionPage(page: Props) {
  const { t } = useTranslation(["actions", "team"]);
  const { supplier, errors, typed, typedStep, northKorea, steps, isOpen, mayWrite } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={page.gap}
        back={{ to: "/actions", label: t("page.all") }}
        meta={[
          <Link key="supplier" to={supplier.href}>
            <bdi>{supplier.name}</bdi>
          </Link>,
          <span key="state">
            <StateMark state={page.state} />
          </span>,
          <span key="due" className={page.isOverdue ? "late" : undefined}>
            {page.due} {page.dueNote !== "" && `(${page.dueNote})`}
          </span>,
        ]}
      />
      <ErrorSummary title={t("team:form.problem")} errors={errors} />
      {northKorea && <DoNoHarm />}
      <div className="action-columns">
        <div>
          <Facts {...page} />
          <SupplierSays {...page} />
          <Proof {...page} />
        </div>
        <div>
          {steps.length > 0 && <Steps version={page.version} steps={steps} typed={typedStep} errors={errors} />}
          {!isOpen && <p className="note-plain">{t("page.closed")}</p>}
          {!mayWrite && <p className="muted">{t("page.mayNot")}</p>}
          {mayWrite && isOpen && (
            <details className="section" open={typed !== undefined || undefined}>
              <summary>{t("page.change")}</summary>
              <Form method="post" className="flow" reloadDocument>
                <input type="hidden" name="intent" value="change" />
                <input type="hidden" name="version" value={page.version} />
                <ActionFields fields={typed ?? page.fields} owners={page.owners} errors={typed ? errors : []} />
                <div className="actions">
                  <button type="submit" className="button button-second">
                    {t("page.save")}
                  </button>
                </div>
              </Form>
            </details>
          )}
        </div>
      </div>
      <History {...page} />
    </main>
  );
}

function Facts({ code, question, source, step, cause, owner, reviewed, effect }: ActionPageView) {
  const t = useTexts("actions");
  const facts: readonly (readonly [string, string])[] = [
    [t("field.step"), step],
    ...(cause === "" ? [] : [[t("field.cause"), cause] as const]),
    ...(code === "" ? [] : [[t("page.question"), `${code} ${question}`] as const]),
    [t("new.about"), t(`page.source.${source}`)],
    [t("field.owner"), owner],
    [t("page.reviewed"), reviewed],
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t("page.facts")}</h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="typed-lines" dir="auto">
              {value}
            </dd>
          </div>
        ))}
        {effect && (
          <div>
            <dt>{t("effect.title")}</dt>
            <dd className="actions-effect">
              <Effect effect={effect} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function SupplierSays({ says }: ActionPageView) {
  const t = useTexts("actions");
  return (
    <section className="section" aria-labelledby="says">
      <h2 id="says">{t("page.supplierSays")}</h2>
      {says === undefined ? (
        <p>{t("page.saysNothing")}</p>
      ) : (
        <dl className="facts">
          {[
            [t("page.ownStep"), says.ownStep],
            [t("page.responsible"), says.responsible],
            [t("page.ownDue"), says.ownDue],
            [t("page.progress"), t(`progress.${says.progress}`)],
          ]
            .filter(([, value]) => value !== "")
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="typed-lines" dir="auto">
                  {value}
                </dd>
              </div>
            ))}
        </dl>
      )}
    </section>
  );
}

function Proof({ files }: ActionPageView) {
  const t = useTexts("actions");
  return (
    <section className="section" aria-labelledby="proof">
      <h2 id="proof">{t("proof.title")}</h2>
      {files.length === 0 && <p>{t("proof.empty")}</p>}
      <ul className="plain-list">
        {files.map(({ id, name, href, state }) => (
          <li key={id}>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
            <span className="second-line">{state}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ history }: ActionPageView) {
  const t = useTexts("actions");
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history">{t("page.history")}</h2>
      <ol className="action-history" reversed>
        {history.map(({ key, at, what, text, changes, rating }) => (
          <li key={key}>
            <p>
              <time dateTime={at.iso} className="num">
                {at.text}
              </time>{" "}
              {what} {rating !== undefined && <Link to={rating}>{t("entry.rating")}</Link>}
            </p>
            {text !== "" && (
              <blockquote className="typed-lines" dir="auto">
                {text}
              </blockquote>
            )}
            {changes.map((change) => (
              <p key={change} className="muted" dir="auto">
                {change}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
