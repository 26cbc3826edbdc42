import type { ReactNode } from "react";
import { Icon } from "#app/components/frame/icon";
import { Logo } from "#app/components/frame/logo";
import { SkipLink } from "#app/components/frame/skip-link";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { FrameView, VoidedView } from "#app/views/supplier/frame";
import { Autosave, Unsent } from "./autosave";
import { LanguageList, LanguageListLink, LanguageStrip } from "./language-list";

type FrameProps = {
  frame: FrameView;
  /** Stands before the text: the error summary. */
  before?: ReactNode;
  /** Section and code of a question. */
  margin?: ReactNode;
  /** Where the reader is, and what else can be done. */
  aside?: ReactNode;
  asideLabel?: string;
  children: ReactNode;
};

/** What stands round a supplier's page. The buyer stands first, since the supplier knows the buyer and not Avow. */
export function Frame({ frame, before, margin, aside, asideLabel, children }: FrameProps) {
  const t = useSupplierTexts();
  return (
    <>
      <SkipLink text={t("skip")} />
      <header className="wrap">
        <div className="double-rule" />
        <div className="letterhead-row">
          <p className="letterhead-who" dir="auto">
            {frame.buyer}
          </p>
          <p className="brand">
            <Logo />
            <span lang="en">Avow</span>
          </p>
        </div>
        {frame.back || frame.supplier ? <PageBar frame={frame} /> : <LanguageStrip frame={frame} />}
      </header>
      <div className="wrap">
        <main id="main" tabIndex={-1} className={margin ? "page" : "page page-wide"}>
          {before}
          {margin}
          <div className="page-main">
            {frame.revisions !== undefined && <Unsent />}
            {frame.voided && <Voided {...frame.voided} />}
            {frame.banner && <p className="note small">{frame.banner}</p>}
            {frame.notice && <p className="note-plain small">{frame.notice}</p>}
            {children}
          </div>
          {(aside || frame.languages) && (
            <section className="page-aside" aria-label={asideLabel ?? t("aside")}>
              {aside}
              <LanguageList frame={frame} />
            </section>
          )}
        </main>
      </div>
      <Foot frame={frame} />
      {frame.revisions !== undefined && <Autosave saved={frame.revisions} />}
    </>
  );
}

/** Above whatever is read of answers that count no more. */
function Voided({ title, text, reasonLabel, reason, next }: VoidedView) {
  return (
    <section className="note flow" aria-labelledby="void">
      <h2 id="void">{title}</h2>
      <p>{text}</p>
      <p>{reasonLabel}</p>
      <blockquote className="typed-lines" dir="auto">
        {reason}
      </blockquote>
      <p>{next}</p>
    </section>
  );
}

/** Where the reader came from, or who answers, and what was saved when. */
function PageBar({ frame: { back, saved, supplier, languages } }: { frame: FrameView }) {
  return (
    <div className="page-bar">
      {back ? (
        <a className="back" href={back.href}>
          <Icon name="back" mirrored /> {back.label}
        </a>
      ) : (
        <span dir="auto">{supplier}</span>
      )}
      {languages && <LanguageListLink offered={languages.offered} />}
      <span className="saved" id="saved" role="status">
        {saved && <Icon name="tick" />} <span>{saved}</span>
      </span>
    </div>
  );
}

function Foot({ frame: { reference, buyer } }: { frame: FrameView }) {
  const t = useSupplierTexts();
  return (
    <footer className="wrap">
      <div className="foot">
        <ul>
          <li>
            <a href="/attest-help">{t("foot.help")}</a>
          </li>
        </ul>
        {buyer !== "" && (
          <p>
            {reference && (
              <>
                {t("foot.reference")} <bdi className="code num">{reference}</bdi>
                <br />
              </>
            )}
            {t("foot.who", { buyer })}
          </p>
        )}
      </div>
    </footer>
  );
}
