import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { BandChip } from "#app/components/team/ratings/band";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { DataTable } from "#app/components/team/tables/data-table";
import { Pager } from "#app/components/team/tables/pager";
import { teamLanguage } from "#app/http/team-session.server";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { Form, Link } from "#app/router/api/navigation";
import { useLoaderData } from "#app/router/api/route-data";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { listReviews } from "#app/services/team/reviews/list-reviews";
import reviews from "#app/styles/reviews.css?url";
import { pagesAt } from "#app/views/team/pages";
import { reviewKinds, reviewSorts, reviewViews } from "#terms/reviews/review-views";

export const handle = { namespaces: ["team", "reviews"] } satisfies RouteHandle;

export const links = () => [{ rel: "stylesheet", href: reviews }];

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const asked = new URL(request.url).searchParams;
  const of = (name: string) => asked.get(name) ?? undefined;
  const found = await listReviews(
    { ...ctx, language },
    listReviews.input.parse({ view: of("view"), kind: of("kind"), sort: of("sort"), page: of("page") }),
  );
  return { ...found, title: ctx.t(language)("reviews:title") };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Reviews() {
  // Whoever comes from another page by script has to fetch these texts first.
  const { t } = useTranslation(["reviews", "team"]);
  const shown = useLoaderData<typeof loader>();
  const { title, counts, lines, list } = shown;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={title}
        count={t("count", { open: counts.all, late: counts.overdue })}
        actions={
          <Link className="button button-second" to="/reviews/rules">
            {t("rules")}
          </Link>
        }
      />
      <Views {...shown} />
      <Narrow {...shown} />
      {lines.length === 0 ? (
        <p className="section">{t(`none.${list.kind ? "kind" : list.view}`)}</p>
      ) : (
        <Table {...shown} />
      )}
    </main>
  );
}

function shownViews(counts: Shown["counts"]) {
  return reviewViews.flatMap((view) => {
    const of = counts[view];
    return of === undefined ? [] : [{ view, of }];
  });
}

function Views({ list, counts }: Shown) {
  const t = useTexts("reviews");
  const { count } = useNumberFormats();
  return (
    <nav aria-label={t("views.label")}>
      <ul className="views">
        {shownViews(counts).map(({ view, of }) => (
          <li key={view}>
            <Link
              to={view === "all" ? "/reviews" : `/reviews?view=${view}`}
              aria-current={view === list.view ? "page" : undefined}
            >
              {t(`views.${view}`)} <span className="count">{count(of)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What a list is narrowed to and in which order it is, kept in the address. */
function Narrow({ list, narrows }: Shown) {
  const t = useTexts("reviews");
  return (
    <Form method="get" className="review-narrow">
      {list.view !== "all" && <input type="hidden" name="view" value={list.view} />}
      {narrows && (
        <>
          <label htmlFor="kind">{t("kinds.label")}</label>
          <select id="kind" name="kind" defaultValue={list.kind ?? ""} key={`${list.view} ${list.kind}`}>
            <option value="">{t("kinds.all")}</option>
            {reviewKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor="sort">{t("sort.label")}</label>
      <select id="sort" name="sort" defaultValue={list.sort} key={list.sort}>
        {reviewSorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="button button-second">
        {t("show")}
      </button>
    </Form>
  );
}

function Table({ lines, page, pageSize, total, query }: Shown) {
  const t = useTexts("reviews");
  const head = (
    <>
      <th scope="col">{t("column.supplier")}</th>
      <th scope="col">{t("column.band")}</th>
      <th scope="col">{t("column.left")}</th>
      <th scope="col">{t("column.assigned")}</th>
      <th scope="col">{t("column.due")}</th>
    </>
  );
  return (
    <>
      <DataTable label={t("title")} head={head}>
        <tbody>
          {lines.map(({ id, href, name, reference, band, left, second, assigned, due, isLate }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={href}>
                  <bdi>{name}</bdi>
                </Link>
                <span className="second-line">{reference}</span>
              </th>
              <td>
                <BandChip band={band} />
              </td>
              <td>
                {left.map((text) => (
                  <span key={text} className="second-line">
                    {text}
                  </span>
                ))}
                {second !== undefined && <span className="second-line">{t("waitsFor", { name: second })}</span>}
              </td>
              <td>{assigned === undefined ? <span className="dim">{t("nobody")}</span> : <bdi>{assigned}</bdi>}</td>
              <td className={isLate ? "failed" : undefined}>
                <time dateTime={due.iso}>{isLate ? t("late", { day: due.text }) : due.text}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Pager pages={pagesAt({ page, pageSize, total, query })} />
    </>
  );
}
