import { useSupplierWords } from "#app/components/supplier-words";
import { Said } from "#app/components/words";
import { plainWords } from "#app/i18n/words";
import { NotSaved } from "./error-summary";
import { Frame } from "./frame";
import { Margin } from "./margin";
import type { PasteView } from "./row-view";

/** Lines from a spreadsheet: pasted, looked at, then added. */
export function PastePage({ view }: { view: PasteView }) {
  const t = useSupplierWords();
  const { found } = view;
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved && <NotSaved />}
      margin={<Margin section={view.section} code={view.code} />}
    >
      <div>
        <p className="kicker">
          <Said words={view.about} />
        </p>
        <h1>{t("paste.title")}</h1>
      </div>
      <p>{t("paste.text")}</p>
      <ol>
        {view.columns.map(({ label, note, optional }) => (
          <li key={plainWords(label)}>
            <Said words={label} />
            {optional && <span className="optional"> {t("optional")}</span>}
            {note && <span className="muted">, {note}</span>}
          </li>
        ))}
      </ol>
      <p className="hint">{t("paste.header")}</p>
      {found && <Found found={found} />}
      <form method="post" id="page" className="flow-wide">
        <div className="field">
          <label htmlFor="text">{t("paste.label")}</label>
          <textarea id="text" name="text" rows={8} defaultValue={view.text} dir="auto" />
        </div>
        <div className="actions">
          <button type="submit" className={found && found.good.length > 0 ? "button button-second" : "button"}>
            {t("paste.look")}
          </button>
          {found && found.good.length > 0 && (
            <button type="submit" className="button" name="then" value="add">
              {t("paste.add", { count: found.good.length })}
            </button>
          )}
        </div>
      </form>
    </Frame>
  );
}

function Found({ found: { head, good, bad, tooMany } }: { found: NonNullable<PasteView["found"]> }) {
  const t = useSupplierWords();
  return (
    <div className="flow" role="status">
      {bad.length > 0 && (
        <div className="problem">
          <h2>{t("paste.problems", { count: bad.length })}</h2>
          <ul>
            {bad.map(({ line, problems }) => (
              <li key={line}>
                <strong>{t("paste.line", { number: line })}</strong>
                {": "}
                <span dir="auto">{problems.join(". ")}</span>
              </li>
            ))}
          </ul>
          <p className="small">{t("paste.correct")}</p>
        </div>
      )}
      {tooMany && <p className="note">{tooMany}</p>}
      <h2>{good.length > 0 ? t("paste.found", { count: good.length }) : t("paste.none")}</h2>
      {good.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              {head.map((label) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {good.map(({ line, cells }) => (
              <tr key={line}>
                {head.map((label, at) => (
                  <td key={label} data-label={label} dir="auto">
                    {cells[at]}
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
