import { FieldBox } from "#app/components/forms/field-box";
import { describedBy } from "#app/components/forms/field-help";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { Statement } from "#app/components/supplier/signing/statement";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ApproveView } from "#app/views/supplier/signing/approval";

/** The statement that somebody signed, with two ways for a second person: approve it, or return it and say why. */
export function ApprovePage({ view }: { view: ApproveView }) {
  const { error } = view;
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : <PageErrors errors={error ? [{ anchor: "reason", text: error }] : []} />}
    >
      <h1>{view.title}</h1>
      {view.over === undefined ? <Choice view={view} /> : view.over !== "" && <p className="note">{view.over}</p>}
    </Frame>
  );
}

function Choice({ view }: { view: ApproveView }) {
  const t = useSupplierTexts();
  const field = { id: "reason", error: view.error };
  return (
    <>
      <Statement {...view} />
      <p>{view.approves}</p>
      <form method="post" className="field">
        {view.codeFirst && <p className="hint">{view.codeFirst}</p>}
        <div className="actions">
          <button type="submit" className="button" name="then" value="approve">
            {view.button}
          </button>
        </div>
      </form>
      <form method="post" className="flow-wide">
        <FieldBox {...field} label={t("approval.why")}>
          <textarea
            id="reason"
            name="reason"
            rows={3}
            defaultValue={view.reason}
            dir="auto"
            aria-describedby={describedBy(field)}
            aria-invalid={view.error ? true : undefined}
          />
        </FieldBox>
        <div className="actions">
          <button type="submit" className="button button-second" name="then" value="return">
            {t("approval.return")}
          </button>
        </div>
      </form>
    </>
  );
}
