import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { Meter } from "#app/components/team/progress/meter";
import { usePolling } from "#app/components/team/progress/use-polling";
import { DataTable } from "#app/components/team/tables/data-table";
import { Movers } from "#app/components/team/what-if/movers";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { EditionPreview as View } from "#app/views/team/rules/edition";
import { AddEdition, type Answered } from "./add-edition";
import { TierMoves } from "./tier-moves";
import { TierTable } from "./tier-table";

/** A file of an edition before it is added: a broken edge, because nothing is rated with it. */
export function EditionPreview({ title, answered, ...page }: View & { title: string; answered?: Answered }) {
  const { t } = useTranslation("ratings");
  const { sheetProblem, wrong, countries, missing, unrankedPoints, fresh, doubts, sees, trial } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={title}
        back={{ to: "/settings/editions", label: t("editions.title") }}
        meta={[t("editions.rows", { count: countries })]}
      />
      <div className="unofficial">
        <p>
          <strong>{t("editions.preview")}</strong> {t("editions.previewText")}
        </p>
      </div>
      {sheetProblem !== undefined && <p className="note section">{t(`editions.sheet.${sheetProblem}`)}</p>}
      {wrong.length > 0 && <Wrong wrong={wrong} />}
      {countries > 0 && (
        <>
          <Moved {...page} />
          <div className="what-if-figures section">
            <section>
              <h2>{t("editions.moves")}</h2>
              <TierMoves moves={page.moves} />
            </section>
            <div className="flow">
              <TierTable {...page} />
              <Names
                title={t("editions.missing")}
                names={missing}
                lead={t("editions.missingLead", { points: unrankedPoints })}
              />
              <Names title={t("editions.fresh")} names={fresh} />
              <Doubts doubts={doubts} />
            </div>
          </div>
          {!sees && <p className="note section">{t("editions.noRight")}</p>}
          {trial && trial.stage !== "done" && <AtWork {...trial} />}
          {trial?.stage === "done" && <Movers movers={trial.movers} changed={trial.worse + trial.better} />}
          {wrong.length === 0 && <AddEdition answered={answered} />}
        </>
      )}
    </main>
  );
}

function Moved({ moves, countries, trial }: View) {
  const t = useTexts("ratings");
  const [better, worse] = ["better", "worse"].map((wanted) => moves.filter(({ way }) => way === wanted).length);
  return (
    <section className="section">
      <h2>{t("editions.moved", { moved: moves.length, count: countries })}</h2>
      <p>
        {t("editions.movedLead", { better, worse })}{" "}
        {trial?.stage === "done" &&
          t("editions.crossLead", {
            ...{ crossing: trial.worse + trial.better, rated: trial.all },
            ...{ worse: trial.worse, better: trial.better },
          })}
      </p>
    </section>
  );
}

function AtWork({ stage, done, all }: NonNullable<View["trial"]>) {
  const t = useTexts("ratings");
  usePolling();
  return (
    <div className="note" role="status">
      <p>
        {stage === "waiting" ? (
          t("whatIf.waiting")
        ) : (
          <Meter done={done} all={all} words={t("whatIf.progress", { done, all })} />
        )}{" "}
        <Link to="" preventScrollReset>
          {t("whatIf.lookAgain")}
        </Link>
      </p>
    </div>
  );
}

function Wrong({ wrong }: Pick<View, "wrong">) {
  const t = useTexts("ratings");
  return (
    <section className="section">
      <h2>{t("editions.wrong")}</h2>
      <p>{t("editions.wrongLead")}</p>
      <DataTable
        label={t("editions.wrong")}
        head={
          <>
            <th scope="col">{t("editions.row")}</th>
            <th scope="col">{t("editions.cell")}</th>
            <th scope="col">{t("editions.why")}</th>
          </>
        }
      >
        <tbody>
          {wrong.map(({ row, cell, why }) => (
            <tr key={row}>
              <th scope="row" className="num">
                {row}
              </th>
              <td>
                <bdi>{cell}</bdi>
              </td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function Names({ title, names, lead }: { title: string; names: readonly string[]; lead?: string }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span className="count">{names.length}</span>
      </h2>
      {lead !== undefined && <p className="small muted">{lead}</p>}
      <ul className="plain-names">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  );
}

function Doubts({ doubts }: Pick<View, "doubts">) {
  const t = useTexts("ratings");
  return (
    <section>
      <h2>{t("editions.doubts")}</h2>
      {doubts.length === 0 && <p className="muted">{t("editions.doubtsNone")}</p>}
      <ul>
        {doubts.map(({ name, text }) => (
          <li key={name}>
            {name}: <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
