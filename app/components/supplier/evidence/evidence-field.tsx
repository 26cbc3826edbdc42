import { ForeignText } from "#app/components/text/foreign-text";
import { useLanguage, useTexts } from "#app/i18n/texts/use-texts";
import { joinStatements } from "#app/i18n/writing/punctuation";
import sheet from "#app/styles/supplier/question/waiting.css?url";
import type { EvidenceFieldView, EvidenceLine } from "#app/views/supplier/evidence";
import { WaitingOnQuestion } from "./waiting-files";

/**
 * Documents of a question on its page. The button is one of the page's own form: it keeps what was typed first, because
 * documents are sent from a page of their own.
 */
export function EvidenceField({ view: { proof, files, waiting } }: { view: EvidenceFieldView }) {
  const t = useTexts("evidence");
  return (
    <div className="field">
      <h2 className="field-title" id="evidence">
        {t("label")} <span className="optional">{t("optional")}</span>
      </h2>
      {proof && (
        <p className="hint">
          <ForeignText words={proof} />
        </p>
      )}
      <EvidenceList files={files} removable={false} />
      {/* Few pages have such files, and all others go without their rules. */}
      {waiting.length > 0 && <link rel="stylesheet" href={sheet} />}
      <WaitingOnQuestion files={waiting} />
      <button type="submit" className="button button-second" name="then" value="evidence">
        {t(files.length === 0 ? "attach" : "attachOrRemove")}
      </button>
    </div>
  );
}

function FileLink({ href, label, name }: { href: string; label: string; name: string }) {
  return (
    <a href={href}>
      {label}
      <span className="visually-hidden">
        {" "}
        <bdi>{name}</bdi>
      </span>
    </a>
  );
}

export function EvidenceList({ files, removable }: { files: readonly EvidenceLine[]; removable: boolean }) {
  const t = useTexts("evidence");
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t("list")}>
      {files.map(({ id, name, href, keptApart, removeHref, aboutHref, about, old, showsPeople, size, state, scan }) => (
        <li key={id}>
          {href === undefined ? (
            <bdi className="file-name">{name}</bdi>
          ) : (
            <a className="file-name" href={href} download>
              <bdi>{name}</bdi>
            </a>
          )}
          {removable && <FileLink href={aboutHref} label={t("about.link")} name={name} />}
          {removable && <FileLink href={removeHref} label={t("remove")} name={name} />}
          <span className="file-state">{joinStatements([size, state, scan], language)}</span>
          {about.length > 0 && <span className="file-state">{joinStatements(about, language)}</span>}
          {removable && old && <p className="note-plain small">{old}</p>}
          {removable && showsPeople && <p className="note small">{t("about.showsPeople")}</p>}
          {keptApart && <p className="note small">{keptApart}</p>}
        </li>
      ))}
    </ul>
  );
}
