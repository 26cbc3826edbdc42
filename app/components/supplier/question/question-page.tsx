import { FieldHelp } from "#app/components/forms/field-help";
import { AgainOnQuestion } from "#app/components/supplier/again/asked-again";
import { Choices } from "#app/components/supplier/controls/choices";
import { Control, Field } from "#app/components/supplier/controls/field";
import { OfferBox, OfferForm } from "#app/components/supplier/earlier/offer-box";
import { EvidenceField } from "#app/components/supplier/evidence/evidence-field";
import { useAutosaveWords } from "#app/components/supplier/frame/autosave";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { Margin } from "#app/components/supplier/frame/margin";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { QuestionView } from "#app/views/supplier/question/question";
import { HelpThread } from "./help-thread";
import { NearbyQuestions } from "./nearby-questions";

/** One question, its answer, and nothing else to do. */
export function QuestionPage({ view }: { view: QuestionView }) {
  const t = useSupplierTexts();
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : <PageErrors errors={view.errors} />}
      margin={<Margin section={view.section} code={view.code} />}
      asideLabel={t("place.label")}
      aside={<NearbyQuestions section={view.section} places={view.places} />}
    >
      {view.again && <AgainOnQuestion again={view.again} isOffered={view.earlier !== undefined} />}
      <OfferForm offer={view.earlier} />
      {view.draftKept && <p className="note">{view.draftKept}</p>}
      <form method="post" id="page" className="flow-wide" {...useAutosaveWords()}>
        {/* Enter in a field takes the first button of a form, which must not be one that removes a row. */}
        {(view.fields.length > 1 || view.evidence || isTable(view.fields[0])) && (
          <button type="submit" hidden tabIndex={-1} />
        )}
        {view.leads ? <LeadingQuestion view={view} /> : <PlainQuestion view={view} />}
        {view.evidence && <EvidenceField view={view.evidence} />}
        <Comment comment={view.comment} code={view.code} />
        <input type="hidden" name="basedOn" value={view.basedOn} />
        {view.from && <input type="hidden" name="from" value={view.from} />}
        <div className="actions">
          <button type="submit" className="button">
            {t("question.save")}
          </button>
          <button type="submit" className="button button-second" name="then" value="leave">
            {t("question.leave")}
          </button>
          {/* A button of the form, so that what was typed is kept on the way. */}
          {view.mayAsk && (
            <button type="submit" className="button button-second" name="then" value="ask">
              {t("ask.title")}
            </button>
          )}
        </div>
        <p className="kept" aria-hidden="true" />
      </form>
      {view.thread && <HelpThread thread={view.thread} />}
    </Frame>
  );
}

function isTable(field: QuestionView["fields"][number] | undefined): boolean {
  return field?.control.kind === "table" || field?.control.kind === "filled";
}

/** The choices are the answer to the question, so that it is their legend. */
function LeadingQuestion({ view }: { view: QuestionView }) {
  const [first, ...rest] = view.fields;
  if (!first) return null;
  const described = [view.hint && "hint", first.error && `${first.id}-error`].filter(Boolean).join(" ");
  return (
    <>
      <fieldset className="question" aria-describedby={described || undefined}>
        <legend>
          <h1>
            <ForeignText words={view.title} />
          </h1>
        </legend>
        <About view={view} />
        <div className={first.error ? "field-error" : undefined}>
          <FieldHelp id={first.id} error={first.error} />
          <Control control={first.control} id={first.id} invalid={first.error !== undefined} />
        </div>
      </fieldset>
      {rest.map((field) => (
        <Field key={field.id} field={field} />
      ))}
      <Unsure view={view} />
    </>
  );
}

function PlainQuestion({ view }: { view: QuestionView }) {
  return (
    <>
      <div className="question">
        <h1 id="question">
          <ForeignText words={view.title} />
        </h1>
        <About view={view} />
      </div>
      {view.fields.map((field) => (
        <Field key={field.id} field={field} heading="question" />
      ))}
      <Unsure view={view} />
    </>
  );
}

function About({ view: { hint, why, words, earlier, code } }: { view: QuestionView }) {
  const t = useSupplierTexts();
  return (
    <>
      {hint && (
        <p className="hint" id="hint">
          <ForeignText words={hint} />
        </p>
      )}
      <div className="disclosures">
        {why && (
          <details>
            <summary>{t("question.why")}</summary>
            <div className="disclosed small">
              <p>
                <ForeignText words={why} />
              </p>
            </div>
          </details>
        )}
        {words.length > 0 && (
          <details>
            <summary>{t("question.words")}</summary>
            <dl className="disclosed small words">
              {words.map(({ term, meaning }) => (
                <div key={typeof term === "string" ? term : term.text}>
                  <dt>
                    <ForeignText words={term} />
                  </dt>
                  <dd>
                    <ForeignText words={meaning} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
      {earlier && <OfferBox offer={earlier} code={code} />}
    </>
  );
}

function Unsure({ view: { unsure, errors } }: { view: QuestionView }) {
  const t = useSupplierTexts();
  if (!unsure) return null;
  const wrong = errors.find(({ anchor }) => anchor === `${unsure.name}.${unsure.options[0]?.value}`);
  return (
    <fieldset className="choices-apart">
      <legend className="choices-note">{t("question.unsure")}</legend>
      {wrong && <p className="error-text">{wrong.text}</p>}
      <Choices control={unsure} />
    </fieldset>
  );
}

function Comment({ comment: { name, value, error }, code }: Pick<QuestionView, "comment" | "code">) {
  const t = useSupplierTexts();
  return (
    <details id="comment" open={value !== "" || error !== undefined}>
      <summary>{t(value === "" ? "question.addComment" : "question.comment")}</summary>
      <div className="field">
        <label htmlFor={name} className="visually-hidden">
          {t("question.commentOn", { code })}
        </label>
        <FieldHelp id={name} error={error} />
        <textarea id={name} name={name} defaultValue={value} aria-describedby={error && `${name}-error`} />
      </div>
    </details>
  );
}
