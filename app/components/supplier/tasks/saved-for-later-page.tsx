import { Icon } from "#app/components/frame/icon";
import { DueWords } from "#app/components/supplier/frame/due-words";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { SavedForLaterView } from "#app/views/supplier/tasks";
import { LeaveDevice } from "./device-left-page";

/** What is kept, how to come back, and until when. */
export function SavedForLaterPage({ view: { frame, saved, drafts, due, href } }: { view: SavedForLaterView }) {
  const t = useSupplierTexts();
  return (
    <Frame frame={frame}>
      <h1>{frame.title}</h1>
      <p className="lead">{saved ?? t("left.nothing")}</p>
      {drafts > 0 && <p className="note">{t("left.draft", { count: drafts })}</p>}
      <p>{t("left.link")}</p>
      <dl className="facts">
        <div>
          <dt>{t("left.due")}</dt>
          <dd>
            <DueWords due={due} />
          </dd>
        </div>
      </dl>
      <p className="actions">
        <a className="button button-second" href={href}>
          {t("left.continue")} <Icon name="forward" mirrored />
        </a>
      </p>
      <LeaveDevice base={href} />
    </Frame>
  );
}
