import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { PrintButton } from "#app/components/team/supplier/answers/print-button";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import { DrawingSvg } from "#app/pictures/drawing/drawing-svg";
import { Form, Link } from "#app/router/api/navigation";
import type { PictureTable, PictureView } from "#app/views/team/map/pictures";
import { PictureViews } from "./picture-views";

/** One picture of all suppliers, and below it a table of the same numbers. */
export function PicturePage(page: PictureView) {
  // Everything below takes its words as they are there: this waits for them where the browser has yet to load them.
  const { t } = useTranslation("map");
  const { kind, title, drawn, lead, notes, at } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} meta={[t("at", { at })]} actions={drawn && <Files {...page} />} />
      <PictureViews shown={kind} />
      <p className="picture-lead">{lead}</p>
      <Choices {...page} />
      {drawn && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={`picture-box picture-box-${kind}`} aria-label={title} tabIndex={0}>
          <DrawingSvg drawing={drawn.drawing} />
        </section>
      )}
      {notes.map((note) => (
        <p key={note} className="small dim">
          {note}
        </p>
      ))}
      {drawn && <Twin table={drawn.table} />}
    </main>
  );
}

function Files({ svg, png, csv }: PictureView) {
  const t = useTexts("map");
  return (
    <>
      {svg !== undefined && (
        <a className="button button-second" href={svg} download>
          {t("svgFile")}
        </a>
      )}
      {png !== undefined && (
        <a className="button button-second" href={png} download>
          {t("pngFile")}
        </a>
      )}
      {csv !== undefined && (
        <a className="button button-second" href={csv} download>
          {t("csvFile")}
        </a>
      )}
      <PrintButton label={t("print")} />
    </>
  );
}

/** What is counted, and of which ratings. */
function Choices({ kind, measures, made }: PictureView) {
  const t = useTexts("map");
  const measure = measures?.find(({ isShown }) => isShown)?.id;
  return (
    <>
      {measures && (
        <nav aria-label={t("topics.measures")}>
          <ul className="picture-measures">
            {measures.map(({ id, href, isShown }) => (
              <li key={id}>
                <Link to={href} aria-current={isShown ? "true" : undefined}>
                  {t(`topics.measure.${id}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {made && (
        <Form method="get" action={`/map/${kind}`} className="picture-made">
          {measure !== undefined && <input type="hidden" name="of" value={measure} />}
          <label htmlFor="made">{t("made.label")}</label>
          <select id="made" name="made" defaultValue={made.value} key={made.value}>
            {made.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" className="button button-second">
            {t("made.apply")}
          </button>
        </Form>
      )}
    </>
  );
}

function Twin({ table: { head, rows } }: { table: PictureTable }) {
  const t = useTexts("map");
  const title = t("twinTitle");
  return (
    <details className="picture-twin" open>
      <summary>{title}</summary>
      <DataTable
        label={title}
        head={head.map(({ text }, place) => (
          <th key={text} scope="col" className={place === 0 ? undefined : "number"}>
            <bdi>{text}</bdi>
          </th>
        ))}
      >
        <tbody>
          {rows.map(({ href, isSum, cells: [name, ...cells] }) => (
            <tr key={name?.text} className={isSum ? "sum-row" : undefined}>
              <th scope="row">{href === undefined ? name?.text : <Link to={href}>{name?.text}</Link>}</th>
              {cells.map(({ text }, place) => (
                <td key={head[place + 1]?.text} className="number">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  );
}
