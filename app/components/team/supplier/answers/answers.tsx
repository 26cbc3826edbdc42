import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { PagePart } from "#app/components/team/supplier/page-part";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asColumnHead, asGroup, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import { ForeignText } from "#app/components/text/foreign-text";
import { bareText } from "#app/i18n/page-text";
import { Link } from "#app/router/api/navigation";
import type { AnswerLine, AnswerSection } from "#app/views/team/supplier/answers";
import { AnswerPart } from "./answer-part";

const hasMoved = ({ points, floor }: AnswerLine) => points !== undefined || floor;

/** Everything that was asked, and what was answered: first what moved the rating, then each section by itself, closed. */
export function Answers({ sections }: { sections: readonly AnswerSection[] }) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const lines = sections.flatMap((section) => section.lines);
  const moved = lines.filter(hasMoved);
  const answered = lines.filter(({ answer }) => answer !== undefined).length;
  return (
    <PagePart
      id="answers"
      title={t("page.answers.title")}
      count={t("page.answers.count", { answered: figures.count(answered), asked: figures.count(lines.length) })}
    >
      {moved.length > 0 && (
        <div className="answer-section">
          <h3>{t("page.answers.moved", { count: moved.length })}</h3>
          <AnswerTable label={t("page.answers.moved", { count: moved.length })} lines={moved} />
        </div>
      )}
      {sections.map((section) => (
        <SectionAnswers key={section.id} {...section} lines={section.lines.filter((line) => !hasMoved(line))} />
      ))}
      <p className="muted small">{t("page.answers.utc")}</p>
    </PagePart>
  );
}

function SectionAnswers({ id, title, lines }: AnswerSection) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  if (lines.length === 0) return null;
  return (
    <details className="answer-section">
      <summary>
        <h3>
          <span className="question-code">{id}</span> <ForeignText words={title} />
        </h3>{" "}
        <span className="count">{figures.count(lines.length)}</span>
      </summary>
      <AnswerTable label={t("page.answers.label", { section: bareText(title) })} lines={lines} />
    </details>
  );
}

function AnswerTable({ label, lines }: { label: string; lines: readonly AnswerLine[] }) {
  const { t } = useTranslation("ratings");
  const head = (
    <>
      <th {...asColumnHead} scope="col" className="question-cell">
        {t("page.answers.question")}
      </th>
      <th {...asColumnHead} scope="col">
        {t("page.answers.answer")}
      </th>
      <th {...asColumnHead} scope="col" className="number points-cell">
        {t("page.answers.counts")}
      </th>
      <th {...asColumnHead} scope="col" className="number wide-only saved">
        {t("page.answers.saved")}
      </th>
    </>
  );
  return (
    <DataTable label={label} className="data-table-stacked answers-table" head={head}>
      <tbody {...asGroup}>
        {lines.map((line) => (
          <Line key={line.code} line={line} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Line({
  line: { code, name, title, answer, documents, points, floor, saved, givenBy, byColleague, carried, returnHref },
}: {
  line: AnswerLine;
}) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  return (
    <tr {...asRow} id={`answer-${code}`}>
      <th {...asRowHead} scope="row" className="question-cell">
        <span className="question-code">{code}</span> <ForeignText words={name} />
        <span className="second-line">
          <ForeignText words={title} />
        </span>
      </th>
      <td {...asCell} className="answer">
        {answer ? <Given answer={answer} /> : <span className="dim">{t("page.answers.blank")}</span>}
        {givenBy && <p className="dim">{t("page.answers.givenBy", { name: givenBy })}</p>}
        {byColleague && <p className="dim">{t("page.answers.byColleague", { name: byColleague })}</p>}
        {carried && <p className="dim">{t("page.answers.carried", { day: carried.text })}</p>}
        <Documents documents={documents} />
        {returnHref && (
          <p className="small">
            <Link to={returnHref}>
              {t("page.answers.return")}
              <span className="visually-hidden"> {code}</span>
            </Link>
          </p>
        )}
      </td>
      <td {...asCell} className="number">
        {points !== undefined && <span className="ltr">{figures.signed(points)}</span>} {floor && t("floor")}
      </td>
      <td {...asCell} className="number wide-only">
        {saved && <time dateTime={saved.iso}>{saved.text}</time>}
      </td>
    </tr>
  );
}

function Given({ answer: { unsure, parts, comment } }: { answer: NonNullable<AnswerLine["answer"]> }) {
  const { t } = useTranslation("ratings");
  return (
    <>
      {unsure !== undefined && (
        <p className="dim">
          <ForeignText words={unsure} />
        </p>
      )}
      {parts.map((part) => (
        <AnswerPart key={part.part} {...part} />
      ))}
      {comment !== undefined && comment !== "" && (
        <p className="answer-comment">
          <span className="visually-hidden">{t("page.answers.comment")}: </span>
          <bdi>{comment}</bdi>
        </p>
      )}
    </>
  );
}

function Documents({ documents }: Pick<AnswerLine, "documents">) {
  const { t } = useTranslation("ratings");
  if (documents.length === 0) return null;
  return (
    <ul className="documents">
      {documents.map(({ id, name, status, href, isApart, scanned, about, firstReceived }) => (
        <li key={id}>
          {isApart ? (
            <>
              <Link to={href}>
                <bdi>{name}</bdi>
              </Link>{" "}
              <strong>{t("page.answers.keptApart")}</strong>
            </>
          ) : (
            <a href={href} download>
              <bdi>{name}</bdi>
            </a>
          )}{" "}
          <span className="dim">{t(`page.answers.evidence.${status}`)}</span>{" "}
          <span className="dim">{t(scanned ? "page.answers.scanned" : "page.answers.notScanned")}</span>
          {firstReceived && (
            <span className="dim"> {t("page.answers.firstReceived", { day: firstReceived.text })}</span>
          )}
          {about.map((fact) => (
            <small key={fact}>
              {" "}
              <bdi>{fact}</bdi>
            </small>
          ))}
        </li>
      ))}
    </ul>
  );
}
