import { ErrorSummary } from "#app/components/forms/error-summary";
import { NotSaved } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { AskedActionView } from "#app/views/supplier/signing/asked-actions";
import { AnswerForm } from "./answer-form";
import { KeepPeopleSafe } from "./keep-people-safe";

/** One gap: what the buyer asks, what the supplier does about it, and its proof. */
export function AskedActionPage({ view }: { view: AskedActionView }) {
  const t = useSupplierTexts();
  const { isOpen } = view;
  return (
    <Frame
      frame={view.frame}
      before={
        view.notSaved ? (
          <NotSaved />
        ) : (
          <ErrorSummary
            title={t("error.heading")}
            errors={[...view.errors, ...view.fileErrors]}
            className="page-problem"
            focused
          />
        )
      }
    >
      <h1 dir="auto">{view.gap}</h1>
      <p>
        <strong className={view.isLate ? "late" : undefined}>{view.due}</strong>
        <br />
        {view.state}
      </p>
      {view.harm && <KeepPeopleSafe />}
      <Asked view={view} />
      {isOpen ? <AnswerForm view={view} /> : <p className="note-plain">{t("actions.closed")}</p>}
      <Proof view={view} />
      {view.said.length > 0 && (
        <section aria-labelledby="said">
          <h2 id="said">{t("actions.said")}</h2>
          {view.said.map(({ by, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
            <figure key={at}>
              <figcaption>{by}</figcaption>
              <blockquote className="typed-lines" dir="auto">
                {text}
              </blockquote>
            </figure>
          ))}
        </section>
      )}
    </Frame>
  );
}

/** What the buyer asks, as it wrote it. */
function Asked({ view: { step, cause, question, buyer } }: { view: AskedActionView }) {
  const t = useSupplierTexts();
  return (
    <dl className="facts">
      {question && (
        <div>
          <dt>{t("actions.gap")}</dt>
          <dd>{question}</dd>
        </div>
      )}
      <div>
        <dt>{t("actions.asks", { buyer })}</dt>
        <dd className="typed-lines" dir="auto">
          {step}
        </dd>
      </div>
      {cause !== "" && (
        <div>
          <dt>{t("actions.cause", { buyer })}</dt>
          <dd className="typed-lines" dir="auto">
            {cause}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The files that are there, and sending more: an own form, whose bytes are read as they arrive. */
function Proof({ view }: { view: AskedActionView }) {
  const t = useSupplierTexts();
  const e = useTexts("evidence");
  const { buyer, files, fileNotes, fileErrors, isOpen, accept, limits } = view;
  const wrong = fileErrors.length > 0;
  return (
    <section aria-labelledby="proof" className="flow-wide">
      <h2 id="proof">{t("actions.proof")}</h2>
      {fileNotes.map((note) => (
        <p className="note" key={note} role="status">
          {note}
        </p>
      ))}
      {files.length > 0 && (
        <ul className="files">
          {files.map(({ id, name, state, keptApart }) => (
            <li key={id}>
              <bdi className="file-name">{name}</bdi>
              <span className="file-state">{state}</span>
              {keptApart && <p className="note small">{keptApart}</p>}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <form method="post" action={view.proofAction} encType="multipart/form-data" className="flow-wide">
          <p>{t("actions.proofHint", { buyer })}</p>
          <div className={wrong ? "field field-error" : "field"}>
            <label htmlFor="file">{e("choose")}</label>
            <p className="hint" id="file-hint">
              {e("types", limits)}
            </p>
            <p className="note" id="file-care">
              {e("care")}
            </p>
            <input
              type="file"
              id="file"
              name="file"
              multiple
              accept={accept}
              aria-invalid={wrong || undefined}
              aria-describedby="file-hint file-care"
            />
          </div>
          <div className="actions">
            <button type="submit" className="button button-second">
              {e("send")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
