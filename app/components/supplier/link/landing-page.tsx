import type { TFunction } from "i18next";
import { Trans } from "react-i18next";
import { Icon } from "#app/components/frame/icon";
import { DueWords } from "#app/components/supplier/frame/due-words";
import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { LandingView } from "#app/views/supplier/link";
import type { LandingAgainView } from "#app/views/supplier/question/again";

/** What a link opens, before anything is begun. */
export function LandingPage({ view }: { view: LandingView }) {
  const t = useSupplierTexts();
  const { buyer, supplier, hrefs, state, again } = view;
  return (
    <Frame frame={view.frame} asideLabel={t("language.label")}>
      <div>
        <p className="kicker">{t("landing.kicker", { supplier })}</p>
        <h1>{again?.title ?? t("landing.title")}</h1>
      </div>
      {state === "submitted" ? (
        <>
          <p className="lead">
            {t(again?.title ? "again.done" : "landing.submitted", { day: view.submittedOn, buyer })}
          </p>
          {view.asked && <p className="lead">{view.asked}</p>}
        </>
      ) : again ? (
        <Again view={view} again={again} t={t} />
      ) : (
        <>
          <p className="lead">{t("landing.lead", { buyer })}</p>
          <Facts view={view} t={t} />
        </>
      )}
      {again?.newer && <p className="note">{again.newer}</p>}
      <form className="actions" method="post" action={hrefs.start}>
        {view.chosen && <input type="hidden" name="language" value={view.chosen} />}
        <button type="submit" className="button button-start">
          {goWords(view, t)} <Icon name="forward" mirrored />
        </button>
        {state !== "submitted" && <span className="hint small">{t("landing.anyTime")}</span>}
      </form>
      {view.reason && (
        <>
          <h2>{t("landing.why")}</h2>
          <blockquote className="record-quote">
            <p className="record">
              <ForeignText words={view.reason} />
            </p>
            <footer className="record-by" dir="auto">
              {buyer}
            </footer>
          </blockquote>
        </>
      )}
      {state !== "submitted" && !again && <Needs t={t} />}
      {state !== "submitted" && (
        <>
          <h2>{t("landing.notYou")}</h2>
          <ul className="plain-list">
            <li>
              <a href={hrefs.wrongContact}>{t("decline.wrong-contact")}</a>
            </li>
            <li>
              <a href={hrefs.notSupplier}>{t("decline.not-supplier", { buyer })}</a>
            </li>
            <li>
              <a href={hrefs.unsubscribe}>{t("unsubscribe.title")}</a>
            </li>
          </ul>
        </>
      )}
      <h2>{t("landing.real")}</h2>
      <p>
        <Trans
          t={t}
          // Trans looks for the namespace on t, and a cached t does not carry it.
          ns="supplier"
          i18nKey="landing.realText"
          values={{ buyer, day: view.sentOn, mail: view.sentTo }}
          components={{ mail: <bdi /> }}
        />
      </p>
      <h2>{t("landing.who")}</h2>
      <p>{t("landing.whoText", { buyer })}</p>
    </Frame>
  );
}

/** What is asked again and by when, instead of what the whole takes. */
function Again({ view, again, t }: { view: LandingView; again: LandingAgainView; t: TFunction<"supplier"> }) {
  return (
    <>
      <p className="lead">{t("again.lead")}</p>
      <dl className="facts">
        <div>
          <dt>{t("landing.answerBy")}</dt>
          <dd>
            <DueWords due={view.due} />
          </dd>
        </div>
        <div>
          <dt>{t("again.what")}</dt>
          <dd>
            <ul className="plain-list">
              {again.questions.map(({ code, name }) => (
                <li key={code}>
                  {code} <ForeignText words={name} />
                </li>
              ))}
            </ul>
            <span dir="auto">{again.by}</span>
          </dd>
        </div>
      </dl>
    </>
  );
}

function Facts({ view, t }: { view: LandingView; t: TFunction<"supplier"> }) {
  return (
    <dl className="facts">
      <div>
        <dt>{t("landing.answerBy")}</dt>
        <dd>
          <DueWords due={view.due} />
        </dd>
      </div>
      <div>
        <dt>{t("landing.time")}</dt>
        <dd>{view.time}</dd>
      </div>
      <div>
        <dt>{t("landing.questions")}</dt>
        <dd>{view.questions}</dd>
      </div>
    </dl>
  );
}

const needs = ["workers", "agents", "outside", "policy", "signer"] as const;

function Needs({ t }: { t: TFunction<"supplier"> }) {
  return (
    <>
      <h2>{t("landing.needs")}</h2>
      <ul>
        {needs.map((need) => (
          <li key={need}>{t(`landing.need.${need}`)}</li>
        ))}
      </ul>
      <p>{t("landing.notToday")}</p>
    </>
  );
}

function goWords({ asked, again, state }: LandingView, t: TFunction<"supplier">): string {
  if (asked) return t("actions.go");
  return again?.title && state === "new" ? t("again.start") : t(`landing.go.${state}`);
}
