import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { AskedColleagueView, ColleaguesView } from "#app/views/supplier/colleagues";

/** Who has what, how far it is, and the ways to send it anew or to take it back. */
export function AskedColleagues({ colleagues, isMailed }: Pick<ColleaguesView, "colleagues" | "isMailed">) {
  const t = useSupplierTexts();
  return (
    <>
      <h2>{t("colleagues.current")}</h2>
      {colleagues.length === 0 ? (
        <p>{t("colleagues.nobody")}</p>
      ) : (
        <ul className="asked-colleagues">
          {colleagues.map((one) => (
            <Asked key={one.id} one={one} isMailed={isMailed} />
          ))}
        </ul>
      )}
      <hr />
    </>
  );
}

function Asked({ one, isMailed }: { one: AskedColleagueView; isMailed: boolean }) {
  const t = useSupplierTexts();
  return (
    <li className="flow">
      <p>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        <br />
        <bdi>{one.email}</bdi>
      </p>
      <ul>
        {one.sections.map(({ code, name }) => (
          <li key={code}>
            {code}. <ForeignText words={name} />
          </li>
        ))}
      </ul>
      <p>{one.progress}</p>
      {one.maySign && <p>{t("colleagues.canSign")}</p>}
      <p>{one.since}</p>
      {one.wrote && (
        <blockquote className="record-quote">
          <p className="record typed-lines" dir="auto">
            {one.wrote}
          </p>
        </blockquote>
      )}
      {one.isAsked && (
        <>
          {one.isOver ? (
            <p className="note small">{t("colleagues.over")}</p>
          ) : (
            <p>
              {t("colleagues.proof")} <bdi className="num proof">{one.proof}</bdi>
            </p>
          )}
          {one.link && (
            <p>
              {t("colleagues.handOver")} <span className="handed-link ltr">{one.link}</span>
            </p>
          )}
          <Renew one={one} isMailed={isMailed} />
          <form method="post">
            <input type="hidden" name="colleague" value={one.id} />
            <button type="submit" name="then" value="withdraw" className="button button-second">
              {t("colleagues.takeBack")}
              <span className="visually-hidden"> {one.name}</span>
            </button>
          </form>
        </>
      )}
    </li>
  );
}

/** A new link, for an address that was wrong, or a mail that nobody finds any more. */
function Renew({ one, isMailed }: { one: AskedColleagueView; isMailed: boolean }) {
  const t = useSupplierTexts();
  const field = `email-${one.id}`;
  return (
    <details open={one.typed !== undefined}>
      <summary>{t("colleagues.renew")}</summary>
      <form method="post" className="flow">
        <input type="hidden" name="colleague" value={one.id} />
        <p className="hint">{t("colleagues.renewHint")}</p>
        {one.typed !== undefined && (
          <p className="error-text" id={`${field}-error`}>
            {t("colleagues.error.email")}
          </p>
        )}
        <label htmlFor={field}>{t("colleagues.email")}</label>
        <input
          type="text"
          inputMode="email"
          id={field}
          name="email"
          defaultValue={one.typed ?? one.email}
          dir="ltr"
          autoComplete="off"
          aria-describedby={one.typed === undefined ? undefined : `${field}-error`}
          aria-invalid={one.typed !== undefined || undefined}
        />
        <button type="submit" name="then" value="renew" className="button button-second">
          {t(isMailed ? "colleagues.send" : "colleagues.make")}
        </button>
      </form>
    </details>
  );
}
