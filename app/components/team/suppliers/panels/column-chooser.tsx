import { Icon } from "#app/components/frame/icon";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { ColumnChoiceView } from "#app/views/team/suppliers/filters/column-choice";
import type { ChosenColumn } from "#terms/suppliers/supplier-columns";

/** Chooses columns and their order, as a plain form: its address is made short by the page that reads it. */
export function ColumnChooser({ choice, isOpen }: { choice: ColumnChoiceView; isOpen: boolean }) {
  const t = useTexts("table");
  const { shown, others, kept, usual } = choice;
  return (
    // The key makes boxes forget what was ticked once the address says otherwise.
    <details className="panel" open={isOpen} key={`${shown.join()} ${isOpen}`}>
      <summary>{t("columns.summary", { shown: shown.length, all: shown.length + others.length })}</summary>
      <Form method="get" action="/suppliers" className="panel-body columns-form" preventScrollReset>
        {kept.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="panel" value="columns" />
        <div className="columns-lists">
          <fieldset>
            <legend>{t("columns.shown")}</legend>
            <ol>
              {shown.map((column, place) => (
                <li key={column}>
                  <Box column={column} isShown />
                  <Move column={column} way="up" isOff={place === 0} />
                  <Move column={column} way="down" isOff={place === shown.length - 1} />
                </li>
              ))}
            </ol>
          </fieldset>
          {others.length > 0 && (
            <fieldset>
              <legend>{t("columns.others")}</legend>
              <ul>
                {others.map((column) => (
                  <li key={column}>
                    <Box column={column} isShown={false} />
                  </li>
                ))}
              </ul>
            </fieldset>
          )}
        </div>
        <p className="actions">
          <button type="submit" className="button button-second">
            {t("columns.apply")}
          </button>
          {usual !== undefined && <Link to={usual}>{t("columns.usual")}</Link>}
        </p>
      </Form>
    </details>
  );
}

function Box({ column, isShown }: { column: ChosenColumn; isShown: boolean }) {
  const t = useTexts("ratings");
  return (
    <label className="choice-line">
      <input type="checkbox" name="col" value={column} defaultChecked={isShown} /> {t(`suppliers.head.${column}`)}
    </label>
  );
}

/** A place that leads nowhere stays where it is, so that the others do not move under the finger. */
function Move({ column, way, isOff }: { column: ChosenColumn; way: "up" | "down"; isOff: boolean }) {
  const t = useTexts("table");
  const words = useTexts("ratings");
  const name = words(`suppliers.head.${column}`);
  return (
    <button type="submit" name={way} value={column} className="button-plain nudge" disabled={isOff}>
      <Icon name={way} />
      <span className="visually-hidden">{t(way === "up" ? "columns.up" : "columns.down", { name })}</span>
    </button>
  );
}
