import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { Margin } from "#app/components/supplier/frame/margin";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { AskView } from "#app/views/supplier/help";
import { HelpThread } from "./help-thread";

/** Asking the buyer about a question: whom, what was asked before, and one field. */
export function AskPage({ view }: { view: AskView }) {
  const t = useSupplierTexts();
  const { error, to } = view;
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : <PageErrors errors={error ? [{ anchor: "message", text: error }] : []} />}
      margin={<Margin section={view.section} code={view.code} />}
    >
      <h1>{t("ask.title")}</h1>
      <p className="lead">
        <ForeignText words={view.question} />
      </p>
      {view.thread && <HelpThread thread={view.thread} />}
      {view.isFull ? <p className="note">{t("ask.full")}</p> : <AskForm view={view} />}
      {to && (
        <dl className="facts">
          <div>
            <dt>{t("ask.to")}</dt>
            <dd>
              <bdi>{to.name}</bdi>
              <br />
              <bdi>{to.buyer}</bdi>
            </dd>
          </div>
        </dl>
      )}
    </Frame>
  );
}

function AskForm({ view }: { view: AskView }) {
  const t = useSupplierTexts();
  const field = { id: "message", error: view.error };
  return (
    <form method="post" id="page" className="flow-wide">
      <input type="hidden" name="seen" value={view.seen} />
      <p>
        {view.lead} {view.isMailed && t("ask.mailed")}
      </p>
      <FieldBox {...field} label={t("ask.message")}>
        <textarea
          id="message"
          name="message"
          rows={6}
          defaultValue={view.text}
          dir="auto"
          aria-describedby={describedBy(field)}
          aria-invalid={view.error ? true : undefined}
        />
      </FieldBox>
      <div className="actions">
        <button type="submit" className="button">
          {t("ask.send")}
        </button>
      </div>
    </form>
  );
}
