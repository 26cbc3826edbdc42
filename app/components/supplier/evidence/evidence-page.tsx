import { ErrorSummary } from "#app/components/forms/error-summary";
import { NotSaved } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { Margin } from "#app/components/supplier/frame/margin";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { EvidenceView, RemoveEvidenceView } from "#app/views/supplier/evidence";
import { EvidenceList } from "./evidence-field";
import { RefusedFiles } from "./refused-files";
import { UploadScript } from "./upload-script";
import { WaitingFiles } from "./waiting-files";

/** The documents of one question: what is there, what may be sent, and sending it. */
export function EvidencePage({ view }: { view: EvidenceView }) {
  const t = useTexts("evidence");
  const wrong = view.errors.length > 0;
  return (
    <Frame
      frame={view.frame}
      before={<FileErrors view={view} />}
      margin={<Margin section={view.section} code={view.code} />}
    >
      <h1>{t("title", { code: view.code })}</h1>
      <p>
        <ForeignText words={view.question} />
      </p>
      {view.proof && (
        <p className="hint">
          <ForeignText words={view.proof} />
        </p>
      )}
      {!wrong && <Notes notes={view.notes} />}
      <div id="documents">
        <EvidenceList files={view.files} removable />
        <RefusedFiles files={view.refused} />
        <WaitingFiles files={view.waiting} drop={view.drop} />
      </div>
      <form method="post" encType="multipart/form-data" className="flow-wide">
        <div className={wrong ? "field field-error" : "field"}>
          <label htmlFor="file">{t("choose")}</label>
          <p className="hint" id="file-hint">
            {t("types", view.limits)}
          </p>
          <p className="note" id="file-care">
            {t("care")}
          </p>
          <input
            type="file"
            id="file"
            name="file"
            multiple
            accept={view.accept}
            aria-invalid={wrong || undefined}
            aria-describedby="file-hint file-care"
          />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            {t("send")}
          </button>
          <a className="button button-second" href={view.back}>
            {t("back", { code: view.code })}
          </a>
        </div>
      </form>
      <p>
        <a href={view.all}>{t("all.again")}</a>
      </p>
      <UploadScript most={view.most} />
    </Frame>
  );
}

/** Browsers keep no chosen files, so the page says which arrived and that the others must be chosen again. */
function FileErrors({ view: { errors, notes, advice } }: { view: EvidenceView }) {
  const t = useTexts("evidence");
  const common = useSupplierTexts();
  return (
    <ErrorSummary
      title={advice ? t("wrong.heading") : common("error.heading")}
      errors={errors}
      className="page-problem"
      focused
    >
      {advice && <p className="small">{advice}</p>}
      <Notes notes={notes} />
    </ErrorSummary>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <p className="note" key={note} role="status">
      {note}
    </p>
  ));
}

export function RemoveEvidencePage({ view }: { view: RemoveEvidenceView }) {
  const t = useTexts("evidence");
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved && <NotSaved />}
      margin={<Margin section={view.section} code={view.code} />}
    >
      <h1>{t("removeTitle")}</h1>
      <p>
        <bdi>
          <strong>{view.name}</strong>
        </bdi>{" "}
        ({view.size})
      </p>
      <p>{t("removeText", { code: view.code })}</p>
      <form method="post" className="actions">
        <button type="submit" className="button">
          {t("removeButton")}
        </button>
        <a className="button button-second" href={view.back}>
          {t("keep")}
        </a>
      </form>
    </Frame>
  );
}
