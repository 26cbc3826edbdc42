import { Icon } from "#app/components/frame/icon";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { BandChip } from "#app/components/team/ratings/band";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { RestrictedBand } from "#app/components/team/ratings/restricted-band";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { ReviewPageView, Typed } from "#app/views/team/reviews/review-page";
import { AnswerPane } from "./answer-pane";
import { DecideAgain } from "./decide-again";
import { ChangeReview } from "./deciding/change-review";
import { acts } from "./deciding/decide";
import { Links } from "./deciding/links-section";
import { FilePane } from "./file-pane";
import { Keys } from "./keys";
import { Queue } from "./queue";

/** One submission: the list it stands in, one answer with what can be decided, and the documents of that answer. */
export function ReviewPage({ done, typed, ...page }: ReviewPageView & { done?: string; typed?: Typed }) {
  const team = useTexts("team");
  const { pane, mayDecide, people, seeing, second, links } = page;
  const typedIn = (intent: string) => (typed?.intent === intent ? typed : undefined);
  return (
    <main id="main" tabIndex={-1} className="wide">
      <ReviewHead {...page} />
      {done && (
        <p className="note-plain" role="status">
          {done}
        </p>
      )}
      {typed && <ErrorSummary title={team("form.problem")} errors={errorsOf(typed)} />}
      <div className="inbox">
        <QueueBeside {...page} />
        {pane ? (
          <>
            <AnswerPane {...page} pane={pane} act={actOf(page)} typed={typed} />
            <FilePane
              pane={pane}
              open={page.file}
              addressOf={(file) => addressOf(page, { file })}
              factors={page.factors}
              people={pane.isOnNorthKorea ? seeing : people}
              second={second.evidence}
              mayDecide={mayDecide}
              typed={typedIn("evidence")}
            />
          </>
        ) : (
          <Nothing />
        )}
      </div>
      {page.again && <DecideAgain again={page.again} />}
      <Keys />
      <Links links={links} people={seeing} second={second.link} mayDecide={mayDecide} typed={typedIn("link")} />
      {mayDecide && (
        <ChangeReview
          assigned={page.assigned.id}
          day={typedIn("due")?.values.day ?? page.dueDay}
          people={people}
          error={typedIn("due")?.errors.day}
        />
      )}
    </main>
  );
}

/** Each with the field that it leads to: those of the file have names of their own on the page. */
function errorsOf({ intent, errors }: Typed) {
  const prefix = intent === "evidence" ? "file-" : "";
  return Object.entries(errors).map(([field, text]) => ({ field: `${prefix}${field}`, text }));
}

/** The same page with something else open. */
function addressOf({ list, pane, act, file }: ReviewPageView, over: { act?: string; file?: string }): string {
  const query = new URLSearchParams();
  if (list.view !== "all") query.set("view", list.view);
  if (list.kind) query.set("kind", list.kind);
  if (list.sort !== "due") query.set("sort", list.sort);
  const open = { question: pane?.code, act, file, ...over };
  for (const [name, value] of Object.entries(open)) if (value !== undefined) query.set(name, value);
  return `?${query}`;
}

/** What is open: what was asked for, else lifting where a floor holds, else accepting. */
function actOf({ act, pane }: ReviewPageView) {
  const asked = acts.find((one) => one === act);
  if (asked) return asked;
  return pane?.floors.some(({ decision }) => decision?.state !== "counts") ? "lift" : "accept";
}

function ReviewHead({
  title,
  reference,
  signed,
  campaign,
  rating,
  state,
  due,
  isLate,
  assigned,
  ...page
}: ReviewPageView) {
  const t = useTexts("reviews");
  const figures = useNumberFormats();
  const { supplier, mayDecide, mayReopen } = page;
  return (
    <>
      <Head
        title={title}
        back={{ to: page.queue.all, label: t("title") }}
        meta={[
          <Link key="supplier" to={`/suppliers/${supplier.id}`}>
            <bdi>{supplier.name}</bdi>
          </Link>,
          t("one.of", { reference, day: signed.text }),
          <bdi key="campaign">{campaign}</bdi>,
          <span key="rating">
            {rating.score !== undefined && <span className="num">{figures.points(rating.score)} </span>}
            {rating.confidence === undefined ? (
              <RestrictedBand band={rating.band} />
            ) : (
              <BandChip band={rating.band} confidence={rating.confidence} />
            )}
          </span>,
          <span key="due" className={isLate ? "failed" : undefined}>
            {isLate ? t("late", { day: due.text }) : t("one.due", { day: due.text })}
          </span>,
          assigned.name === undefined ? t("one.withNobody") : t("one.with", { name: assigned.name }),
        ]}
      />
      {state !== "open" && <p className="note">{t(`one.${state}`)}</p>}
      {state === "open" && !mayDecide && <p className="note-plain">{t("one.readOnly")}</p>}
      {mayReopen && (
        <Form method="post" reloadDocument>
          <button type="submit" name="intent" value="reopen" className="button button-second">
            {t("change.reopen")}
          </button>
        </Form>
      )}
    </>
  );
}

function QueueBeside({ queue: { lines, place, total, previous, next, all } }: ReviewPageView) {
  const t = useTexts("reviews");
  return (
    <section className="review-queue" aria-label={t("one.queue")}>
      <div className="review-pane-head">
        <span>{place === undefined ? t("one.queue") : t("one.place", { place, total })}</span>
        <span className="review-steps">
          {previous && (
            <Link to={previous} data-key="k">
              <Icon name="back" mirrored /> <kbd>k</kbd>
              <span className="visually-hidden">{t("one.previous")}</span>
            </Link>
          )}
          {next && (
            <Link to={next} data-key="j">
              <kbd>j</kbd> <Icon name="forward" mirrored />
              <span className="visually-hidden">{t("one.next")}</span>
            </Link>
          )}
        </span>
      </div>
      <Queue lines={lines} />
      <p className="small review-all">
        <Link to={all}>{t("one.whole")}</Link>
      </p>
    </section>
  );
}

function Nothing() {
  const t = useTexts("reviews");
  return <p className="review-pane">{t("one.nothing")}</p>;
}
