import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierWords } from "#app/components/text/supplier-words";
import type { FrameView } from "#app/views/supplier/frame";
import type { DeclineView, UnsubscribeView } from "#app/views/supplier/link";

/** Saying that one is not the one to ask, after reading what follows from it. */
export function DeclinePage({ view: { frame, reason, buyer, done, href } }: { view: DeclineView }) {
  const t = useSupplierWords();
  if (done) {
    return (
      <Frame frame={frame}>
        <h1>{t("decline.done", { buyer })}</h1>
        <p>{t("decline.doneText")}</p>
      </Frame>
    );
  }
  return (
    <Frame frame={frame}>
      <h1>{t(`decline.${reason}`, { buyer })}</h1>
      <p className="lead">{t(`decline.lead.${reason}`, { buyer })}</p>
      <form method="post" action={`${href}/decline`} className="flow-wide">
        <input type="hidden" name="reason" value={reason} />
        {reason === "wrong-contact" && (
          <div className="field">
            <label htmlFor="hint">
              {t("decline.hint")} <span className="optional">{t("optional")}</span>
            </label>
            <p className="hint" id="hint-hint">
              {t("decline.hintHint", { buyer })}
            </p>
            <input type="text" id="hint" name="hint" maxLength={200} aria-describedby="hint-hint" />
          </div>
        )}
        <div className="actions">
          <button type="submit" className="button">
            {t(`decline.button.${reason}`, { buyer })}
          </button>
          <a href={href}>{t("decline.back")}</a>
        </div>
      </form>
    </Frame>
  );
}

export function UnsubscribePage({ view: { frame, buyer, doneUntil, href } }: { view: UnsubscribeView }) {
  const t = useSupplierWords();
  return (
    <Frame frame={frame}>
      <h1>{t(doneUntil ? "unsubscribe.done" : "unsubscribe.title")}</h1>
      <p>{doneUntil ? t("unsubscribe.doneText", { day: doneUntil }) : t("unsubscribe.text", { buyer })}</p>
      {doneUntil ? (
        <p>
          <a href={href}>{t("decline.back")}</a>
        </p>
      ) : (
        <form method="post" action={`${href}/unsubscribe`} className="actions">
          <button type="submit" className="button">
            {t("unsubscribe.button")}
          </button>
          <a href={href}>{t("decline.back")}</a>
        </form>
      )}
    </Frame>
  );
}

const topics = ["help", "save", "accessibility", "privacy"] as const;

export function HelpPage({ frame }: { frame: FrameView }) {
  const t = useSupplierWords();
  return (
    <Frame frame={frame}>
      <h1>{t("help.title")}</h1>
      {topics.map((topic) => (
        <section key={topic} className="flow" id={topic} aria-labelledby={`${topic}-title`}>
          <h2 id={`${topic}-title`}>{t(`help.${topic}`)}</h2>
          <p>{t(`help.${topic}Text`)}</p>
        </section>
      ))}
    </Frame>
  );
}
