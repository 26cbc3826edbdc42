import { Icon } from "#app/components/frame/icon";
import { useLanguage, useTexts } from "#app/i18n/texts/use-texts";
import { joinItems } from "#app/i18n/writing/punctuation";
import { Link } from "#app/router/api/navigation";
import type { FileChoice, QuestionPane } from "#app/views/team/reviews/review";
import type { Decider, ReviewPageView, Typed } from "#app/views/team/reviews/review-page";
import { JudgeFile } from "./deciding/judge-file";
import { DecisionLine } from "./decision-lines";

type FilePaneProps = {
  pane: QuestionPane;
  /** Id of the file that is open. */
  open?: string;
  addressOf(file: string): string;
  factors: ReviewPageView["factors"];
  people: readonly Decider[];
  second: readonly string[];
  mayDecide: boolean;
  typed?: Typed;
};

/** The documents of one answer: each with its state, one of them open and judged. */
export function FilePane({ pane, open, addressOf, mayDecide, ...judge }: FilePaneProps) {
  const t = useTexts("reviews");
  const { code, files } = pane;
  const at = Math.max(
    0,
    files.findIndex(({ id }) => id === open),
  );
  const file = files[at];
  const [previous, next] = [files[at - 1], files[at + 1]];
  return (
    <section className="review-pane" id="evidence" aria-labelledby="evidence-of">
      <div className="review-pane-head">
        <h2 id="evidence-of">{t("file.label", { code })}</h2>
        {files.length > 1 && (
          <span className="review-steps">
            {previous && (
              <Link to={addressOf(previous.id)} data-key="[" preventScrollReset>
                <Icon name="back" mirrored /> <kbd>[</kbd>
                <span className="visually-hidden">{t("file.previous")}</span>
              </Link>
            )}
            <span>{t("file.count", { place: at + 1, total: files.length })}</span>
            {next && (
              <Link to={addressOf(next.id)} data-key="]" preventScrollReset>
                <kbd>]</kbd> <Icon name="forward" mirrored />
                <span className="visually-hidden">{t("file.next")}</span>
              </Link>
            )}
          </span>
        )}
      </div>
      {file === undefined ? (
        <p className="dim">{t("file.none")}</p>
      ) : (
        <>
          <ul className="review-files">
            {files.map((one) => (
              <FileLine key={one.id} file={one} href={addressOf(one.id)} isOpen={one === file} />
            ))}
          </ul>
          <OpenFile {...file} />
          {mayDecide && !file.isApart && <JudgeFile key={file.id} file={file} {...judge} />}
        </>
      )}
    </section>
  );
}

function FileLine({ file, href, isOpen }: { file: FileChoice; href: string; isOpen: boolean }) {
  const t = useTexts("reviews");
  const language = useLanguage();
  const { name, status, isApart, facts, received, scanned, also, size } = file;
  return (
    <li aria-current={isOpen ? "true" : undefined}>
      <Link to={href} preventScrollReset>
        <bdi>{name}</bdi>
      </Link>
      <span className="dim num">{size}</span>
      <small>
        <span>{isApart ? t("file.apart") : t(`file.state.${status}`)}</span>{" "}
        <span>{t("file.received", { day: received.text })}</span>{" "}
        <span>{t(scanned ? "file.scanned" : "file.notScanned")}</span>{" "}
        {also.length > 0 && <span>{t("file.also", { codes: joinItems(also, language) })}</span>}
        {facts.map((fact) => (
          <bdi key={fact}>{fact} </bdi>
        ))}
      </small>
    </li>
  );
}

function OpenFile({ name, href, isImage, isApart, size, sha256, decision }: FileChoice) {
  const t = useTexts("reviews");
  return (
    <>
      {isImage ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <section className="review-leaf" tabIndex={0} aria-label={t("file.preview", { name })}>
          <img src={href} alt={t("file.preview", { name })} />
        </section>
      ) : (
        <p className="review-leaf-none">{t("file.noPreview")}</p>
      )}
      <p className="small">
        {isApart ? (
          <Link to={href}>{t("file.apart")}</Link>
        ) : (
          <a href={href} download>
            {t("file.download", { size })}
          </a>
        )}{" "}
        <span className="dim">{t("file.hash")}</span>{" "}
        <bdi className="mono" title={sha256}>
          {sha256.slice(0, 8)}…{sha256.slice(-4)}
        </bdi>
      </p>
      {decision && <DecisionLine decision={decision} />}
    </>
  );
}
