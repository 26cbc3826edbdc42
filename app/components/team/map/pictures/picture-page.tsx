import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { PrintButton } from "#app/components/team/supplier/answers/print-button";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import { DrawingSvg } from "#app/pictures/drawing/drawing-svg";
import { Link } from "#app/router/api/navigation";
import type { PictureTable, PictureView } from "#app/views/team/map/pictures";
import { PictureChoices } from "./picture-choices";
import { PictureViews } from "./picture-views";

/** One picture of all suppliers, and below it a table of the same numbers. */
export function PicturePage(page: PictureView) {
  // Everything below takes its words as they are there: this waits for them where the browser has yet to load them.
  const { t } = useTranslation("map");
  const { kind, title, drawn, also, lead, notes, at } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} meta={[t("at", { at })]} actions={drawn && <Files {...page} />} />
      <PictureViews shown={kind} />
      <p className="picture-lead">{lead}</p>
      <PictureChoices {...page} />
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
      {also && <Also {...also} />}
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

function Twin({ table }: { table: PictureTable }) {
  const t = useTexts("map");
  const title = t("twinTitle");
  return (
    <details className="picture-twin" open>
      <summary>{title}</summary>
      <NumbersTable title={title} table={table} />
    </details>
  );
}

/** What the picture is about, one by one. */
function Also({ title, lead, note, table }: NonNullable<PictureView["also"]>) {
  return (
    <section className="picture-twin" aria-labelledby="picture-also">
      <h2 id="picture-also">{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      {table.rows.length > 0 && <NumbersTable title={title} table={table} />}
      {note !== undefined && <p className="small dim">{note}</p>}
    </section>
  );
}

function NumbersTable({ title, table: { head, rows } }: { title: string; table: PictureTable }) {
  const lookOf = (place: number) => (place === 0 || head[place]?.isWords ? undefined : "number");
  return (
    <DataTable
      label={title}
      head={head.map(({ text }, place) => (
        <th key={text} scope="col" className={lookOf(place)}>
          <bdi>{text}</bdi>
        </th>
      ))}
    >
      <tbody>
        {rows.map(({ href, isSum, cells: [name, ...cells] }) => (
          <tr key={name?.text} className={isSum ? "sum-row" : undefined}>
            <th scope="row">{href === undefined ? name?.text : <Link to={href}>{name?.text}</Link>}</th>
            {cells.map(({ text }, place) => (
              <td key={head[place + 1]?.text} className={lookOf(place + 1)}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
