import { Icon } from "#app/components/frame/icon";
import { ForeignText } from "#app/components/text/foreign-text";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { AnswerMark, QuestionPane } from "#app/views/team/reviews/review";
import type { ReviewPageView, Typed } from "#app/views/team/reviews/review-page";
import { AnswerFacts } from "./answer-facts";
import { type Act, Decide } from "./deciding/decide";
import { DecisionItem } from "./decision-lines";
import { GivenAnswer } from "./given";

type PaneProps = ReviewPageView & { pane: QuestionPane; act: Act; typed?: Typed };

/** One answer in the words signed, the original below, what it counts, and what can be decided about it. */
export function AnswerPane(props: PaneProps) {
  const t = useTexts("reviews");
  const { pane, act, answers, list, people, seeing, second, files, mayDecide, typed } = props;
  const addressOf = (open: Act) => {
    const query = new URLSearchParams();
    if (list.view !== "all") query.set("view", list.view);
    if (list.kind) query.set("kind", list.kind);
    if (list.sort !== "due") query.set("sort", list.sort);
    query.set("question", pane.code);
    query.set("act", open);
    return `?${query}`;
  };
  return (
    <section className="review-pane" aria-label={t("answer.label")}>
      <Walk {...props} />
      <div className="ask-line">
        <span className="question-code">{pane.code}</span>
        <h2>
          <ForeignText words={pane.title} />
        </h2>
      </div>
      <div className="said">
        <div className="said-words">
          <GivenAnswer answer={pane.answer} />
        </div>
        {pane.original && (
          <details className="said-original">
            <summary>{t("answer.signedIn", { language: pane.original.language })}</summary>
            <div lang={pane.original.lang} dir={pane.original.dir}>
              <GivenAnswer answer={pane.original.answer} />
            </div>
          </details>
        )}
      </div>
      <AnswerFacts {...pane} />
      {mayDecide && (
        <Decide
          pane={pane}
          act={act}
          addressOf={addressOf}
          files={files}
          people={pane.isOnNorthKorea ? seeing : people}
          seeing={seeing}
          secondForFinding={second.finding}
          typed={typed?.intent === "lift" || typed?.intent === "settle" ? typed : undefined}
        />
      )}
      {pane.decisions.length > 0 && (
        <section aria-labelledby="decided">
          <h3 id="decided">{t("decision.title")}</h3>
          <ul className="decisions">
            {pane.decisions.map((decision) => (
              <DecisionItem key={decision.id} decision={decision} isOpen={mayDecide} />
            ))}
          </ul>
        </section>
      )}
      <AllAnswers answers={answers} />
    </section>
  );
}

function Walk({ reference, walk: { place, total, previous, next } }: PaneProps) {
  const t = useTexts("reviews");
  return (
    <div className="review-pane-head">
      <span>{reference}</span>
      <nav className="review-steps" aria-label={t("one.answers")}>
        {previous && (
          <Link to={previous} data-key="p">
            <Icon name="back" mirrored /> <kbd>p</kbd>
            <span className="visually-hidden">{t("one.previousAnswer")}</span>
          </Link>
        )}
        {place > 0 && <span>{t("one.place", { place, total })}</span>}
        {next && (
          <Link to={next} data-key="n">
            <kbd>n</kbd> <Icon name="forward" mirrored />
            <span className="visually-hidden">{t("one.nextAnswer")}</span>
          </Link>
        )}
      </nav>
    </div>
  );
}

function AllAnswers({ answers }: { answers: readonly AnswerMark[] }) {
  const t = useTexts("reviews");
  return (
    <details className="all-answers">
      <summary>{t("one.allAnswers", { count: answers.length })}</summary>
      <ul>
        {answers.map(({ code, name, href, floor, findings, files, isDone, isCurrent }) => (
          <li key={code}>
            <Link to={href} aria-current={isCurrent ? "true" : undefined}>
              <span className="question-code">{code}</span> {name}
            </Link>{" "}
            <span className="dim">
              {floor && <span>{t("one.marks.floor")} </span>}
              {findings > 0 && <span>{t("one.marks.findings", { count: findings })} </span>}
              {files > 0 && <span>{t("one.marks.files", { count: files })} </span>}
              {isDone && <span>{t("one.marks.done")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
