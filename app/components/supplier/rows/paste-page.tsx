import { ProblemBox } from "#app/components/forms/error-summary";
import { NotSaved } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { Margin } from "#app/components/supplier/frame/margin";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import { useLanguage } from "#app/i18n/texts/use-texts";
import { joinLabel } from "#app/i18n/writing/punctuation";
import type { PasteView } from "#app/views/supplier/question/rows";

/** Lines from a spreadsheet: pasted, looked at, then added. */
export function PastePage({ view }: { view: PasteView }) {
  const t = useSupplierTexts();
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : view.refused && <FileProblem refused={view.refused} />}
      margin={<Margin section={view.section} code={view.code} />}
    >
      <div>
        {bareText(view.about) !== bareText(view.section) && (
          <p className="kicker">
            <ForeignText words={view.about} />
          </p>
        )}
        <h1>{t("paste.title")}</h1>
      </div>
      {view.note && (
        <p className="note" role="status">
          {view.note}
        </p>
      )}
      {view.full !== undefined && <p className="note">{t("rows.full", { max: view.full })}</p>}
      {(view.full === undefined || view.text !== "") && <PasteForm view={view} />}
    </Frame>
  );
}

function PasteForm({ view }: { view: PasteView }) {
  const t = useSupplierTexts();
  const { found } = view;
  return (
    <>
      {found ? <Found found={found} /> : <Columns columns={view.columns} />}
      <form method="post" id="page" className="flow-wide">
        <input type="hidden" name="basedOn" value={view.basedOn} />
        <div className="field">
          <label htmlFor="text">{t("paste.label")}</label>
          <textarea id="text" name="text" className="pasted" rows={8} defaultValue={view.text} dir="auto" />
        </div>
        <div className="actions">
          {found && found.good.length > 0 && (
            <button type="submit" className="button" name="then" value="add">
              {t("paste.add", { count: found.good.length })}
            </button>
          )}
          <button type="submit" className={found && found.good.length > 0 ? "button button-second" : "button"}>
            {t("paste.look")}
          </button>
        </div>
      </form>
      <FileForm view={view} />
      {found && <Columns columns={view.columns} />}
    </>
  );
}

function FileProblem({ refused }: { refused: string }) {
  const t = useSupplierTexts();
  return (
    <ProblemBox title={t("workbook.refused.heading")} className="page-problem" focused>
      <p>
        <a href="#file">{refused}</a>
      </p>
    </ProblemBox>
  );
}

/** The file comes back as text in the field above, to be looked at like any other. */
function FileForm({ view: { accept, refused } }: { view: PasteView }) {
  const t = useSupplierTexts();
  return (
    <form method="post" encType="multipart/form-data">
      <div className={refused ? "field field-error" : "field"}>
        <label htmlFor="file">{t("paste.file")}</label>
        <input type="file" id="file" name="file" accept={accept} aria-invalid={refused ? true : undefined} />
      </div>
      <p className="actions">
        <button type="submit" className="button button-second">
          {t("paste.look")}
        </button>
      </p>
    </form>
  );
}

function Columns({ columns }: Pick<PasteView, "columns">) {
  const t = useSupplierTexts();
  return (
    <div className="flow">
      <p>{t("paste.text")}</p>
      <ol>
        {columns.map(({ label, note, optional }) => (
          <li key={bareText(label)}>
            <ForeignText words={label} />
            {optional && <span className="optional"> {t("optional")}</span>}
            {note && <span className="muted"> ({note})</span>}
          </li>
        ))}
      </ol>
      <p className="hint">{t("paste.header")}</p>
    </div>
  );
}

function Found({ found: { head, good, bad, notes } }: { found: NonNullable<PasteView["found"]> }) {
  const t = useSupplierTexts();
  const language = useLanguage();
  return (
    <div className="flow" role="status">
      {bad.length > 0 && (
        <div className="problem">
          <h2>{t("paste.problems", { count: bad.length })}</h2>
          <ul>
            {bad.map(({ line, problems }) => (
              <li key={line}>
                <strong>{t("paste.line", { number: line })}</strong>
                {problems.map((problem) => (
                  <p key={problem}>{problem}</p>
                ))}
              </li>
            ))}
          </ul>
          <p className="small">{t("paste.correct")}</p>
        </div>
      )}
      {notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      <h2>{good.length > 0 ? t("paste.found", { count: good.length }) : t("paste.none")}</h2>
      {good.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              {head.map((label) => (
                <th scope="col" key={bareText(label)}>
                  <ForeignText words={label} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {good.map(({ line, cells }) => (
              <tr key={line}>
                {head.map(bareText).map((label, at) => (
                  <td key={label} data-label={cells[at] && joinLabel(label, "", language)}>
                    {cells[at] && (
                      <bdi>
                        <ForeignText words={cells[at]} />
                      </bdi>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
