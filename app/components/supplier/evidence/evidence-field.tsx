import { ForeignText } from "#app/components/text/foreign-text";
import { useLanguage, useTexts } from "#app/i18n/texts/use-texts";
import { joinStatements } from "#app/i18n/writing/punctuation";
import type { EvidenceFieldView, EvidenceLine } from "#app/views/supplier/evidence";

/**
 * Documents of a question on its page. The button is one of the page's own form: it keeps what was typed first, because
 * documents are sent from a page of their own.
 */
export function EvidenceField({ view: { proof, files } }: { view: EvidenceFieldView }) {
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
      <button type="submit" className="button button-second" name="then" value="evidence">
        {t(files.length === 0 ? "attach" : "attachOrRemove")}
      </button>
    </div>
  );
}

export function EvidenceList({ files, removable }: { files: readonly EvidenceLine[]; removable: boolean }) {
  const t = useTexts("evidence");
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t("list")}>
      {files.map(({ id, name, href, keptApart, removeHref, size, state }) => (
        <li key={id}>
          {href === undefined ? (
            <bdi className="file-name">{name}</bdi>
          ) : (
            <a className="file-name" href={href} download>
              <bdi>{name}</bdi>
            </a>
          )}
          {removable && (
            <a href={removeHref}>
              {t("remove")}
              <span className="visually-hidden">
                {" "}
                <bdi>{name}</bdi>
              </span>
            </a>
          )}
          <span className="file-state">{joinStatements([size, state], language)}</span>
          {keptApart && <p className="note small">{keptApart}</p>}
        </li>
      ))}
    </ul>
  );
}
