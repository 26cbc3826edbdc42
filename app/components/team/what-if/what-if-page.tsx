import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { Meter } from "#app/components/team/progress/meter";
import { usePolling } from "#app/components/team/progress/use-polling";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { TrialResult, WhatIfPage as View } from "#app/views/team/rules/what-if";
import { CrossTable } from "./cross-table";
import { Movers, MoversByCountry } from "./movers";
import { PartNote, usePartWords } from "./part";
import { Plot } from "./plot";
import { SaveTrial, Trials } from "./trials";
import { WhatIfForm } from "./what-if-form";

type Props = View & { sees: boolean; typed?: string; nameError?: string };

/** Other rules on all suppliers: a broken edge, because nothing here is official. */
export function WhatIfPage(page: Props) {
  const { t } = useTranslation("ratings");
  const { work, result, csv, faults, trial, sees, part } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={trial?.name ?? t("whatIf.title")}
        back={{ to: "/suppliers", label: t("whatIf.back") }}
        actions={
          <>
            <Link className="button button-second" to="/rules">
              {t("whatIf.ruleSets")}
            </Link>
            {csv !== undefined && (
              <a className="button button-second" href={csv} download>
                {t("whatIf.csv")}
              </a>
            )}
          </>
        }
      />
      <div className="unofficial">
        <p>
          <strong>{t("whatIf.sketch")}</strong> {t("whatIf.sketchText")}
        </p>
        {work && work.stage === "done" && <Took {...work} />}
        <PartNote part={part} />
      </div>
      <ErrorSummary
        title={t("whatIf.problem")}
        errors={faults.map(({ field, text }) => ({ field: `dial.${field}`, text }))}
      />
      <div className="what-if">
        <div>
          <WhatIfForm {...page} />
          <Differences {...page} />
          {page.draftAt !== undefined && (
            <p>
              <Link className="button button-second" to={page.draftAt}>
                {t("whatIf.draft")}
              </Link>
            </p>
          )}
          {page.kept.length > 0 && <SaveTrial kept={page.kept} typed={page.typed} error={page.nameError} />}
        </div>
        <div>
          {!sees && <p className="note">{t("whatIf.noRight")}</p>}
          {sees && !work && <p className="lead">{t("whatIf.nothing")}</p>}
          {work && work.stage !== "done" && <AtWork {...work} />}
          {work && work.passed > 0 && <p className="note">{t("whatIf.passed", { count: work.passed })}</p>}
          {work?.stage === "done" && work.all === 0 && part && <p className="lead">{t("whatIf.part.empty")}</p>}
          {result && result.tried > 0 && <Result {...result} part={part} />}
          <Trials trials={page.trials} />
        </div>
      </div>
    </main>
  );
}

type Work = NonNullable<View["work"]>;

function Took({ done, all, seconds }: Work) {
  const t = useTexts("ratings");
  return <p className="muted num">{t("whatIf.took", { done, all, seconds: String(seconds) })}</p>;
}

/** How far it is; the page looks again by itself, and by a link where no script runs. */
function AtWork({ stage, done, all }: Work) {
  const t = useTexts("ratings");
  usePolling();
  return (
    <div className="note" role="status">
      {stage === "waiting" ? (
        <p>{t("whatIf.waiting")}</p>
      ) : (
        <p>
          <Meter done={done} all={all} words={t("whatIf.progress", { done, all })} /> {t("whatIf.working")}
        </p>
      )}
      <p>
        <Link to="" preventScrollReset>
          {t("whatIf.lookAgain")}
        </Link>
      </p>
    </div>
  );
}

function Result({ part, ...result }: TrialResult & Pick<View, "part">) {
  const t = useTexts("ratings");
  const { tried, changed, worse, better, entering, leaving } = result;
  const figures = useNumberFormats();
  const ofPart = usePartWords(part);
  const caption = ofPart === undefined ? t("whatIf.cross") : `${t("whatIf.cross")}. ${ofPart}`;
  return (
    <>
      <h2 className="what-if-verdict">{t("whatIf.changed", { changed: figures.count(changed), count: tried })}</h2>
      <p className="muted">{t("whatIf.summary", { worse, better, entering, leaving })}</p>
      <PartNote part={part} />
      <div className="what-if-figures">
        <Plot plot={result.plot} part={part} />
        <div className="flow">
          <CrossTable cross={result.cross} words={{ caption, head: t("whatIf.officialHead") }} />
          <MoversByCountry countries={result.countries} part={part} />
        </div>
      </div>
      <Movers movers={result.movers} changed={changed} part={part} />
    </>
  );
}

function Differences({ differences, figures: all }: View) {
  const t = useTexts("ratings");
  return (
    <section className="section">
      <h2>{t("whatIf.difference")}</h2>
      {differences.length === 0 ? (
        <p className="muted">{t("whatIf.differenceNone")}</p>
      ) : (
        <>
          <table className="cross">
            <caption className="visually-hidden">{t("whatIf.difference")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("whatIf.differenceRule")}</th>
                <th scope="col">{t("whatIf.differenceOfficial")}</th>
                <th scope="col">{t("whatIf.differenceTried")}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ name, official, tried }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <del>{official}</del>
                  </td>
                  <td>
                    <ins>{tried}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small muted">{t("whatIf.differs", { count: differences.length, all })}</p>
        </>
      )}
    </section>
  );
}
