import { Field } from "#app/components/supplier/controls/field";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { Margin } from "#app/components/supplier/frame/margin";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { AboutEvidenceView } from "#app/views/supplier/evidence";

/** What a document is, whether people can be seen in it, and which answers it supports. */
export function AboutEvidencePage({ view }: { view: AboutEvidenceView }) {
  const t = useTexts("evidence");
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : <PageErrors errors={view.errors} />}
      margin={<Margin section={view.section} code={view.code} />}
    >
      <h1>{t("about.title")}</h1>
      <p>
        <bdi>
          <strong>{view.name}</strong>
        </bdi>
      </p>
      <p>{t("about.lead")}</p>
      <form method="post" className="flow-wide">
        {view.fields.map((field) => (
          <Field key={field.id} field={field} />
        ))}
        <div className="actions">
          <button type="submit" className="button">
            {t("about.save")}
          </button>
          <a className="button button-second" href={view.back}>
            {t("back", { code: view.code })}
          </a>
        </div>
      </form>
    </Frame>
  );
}
