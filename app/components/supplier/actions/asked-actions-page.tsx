import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { AskedActionsView } from "#app/views/supplier/signing/asked-actions";
import { KeepPeopleSafe } from "./keep-people-safe";

/** What a buyer asks after the signature, one line a gap. */
export function AskedActionsPage({ view }: { view: AskedActionsView }) {
  const t = useSupplierTexts();
  const { lines } = view;
  return (
    <Frame frame={view.frame}>
      <h1>{view.title}</h1>
      {view.harm && <KeepPeopleSafe />}
      {lines.length === 0 ? <p>{t("actions.none")}</p> : <p className="lead">{t("actions.lead")}</p>}
      <ol className="asked-actions">
        {lines.map(({ id, href, gap, due, isLate, state }) => (
          <li key={id}>
            <a href={href} dir="auto">
              {gap}
            </a>
            <p className={isLate ? "late" : undefined}>{due}</p>
            <p className="hint small">{state}</p>
          </li>
        ))}
      </ol>
    </Frame>
  );
}
