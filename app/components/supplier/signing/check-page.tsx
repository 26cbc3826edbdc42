import { Icon } from "#app/components/frame/icon";
import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { CheckLine, CheckView } from "#app/views/supplier/signing/check";
import { IssueList } from "./issue-list";

/** All answers before they are signed: what to settle first, then everything, each with a way to change it. */
export function CheckPage({ view }: { view: CheckView }) {
  const t = useSupplierTexts();
  const { errors, warnings, sections, sign } = view;
  return (
    <Frame
      frame={view.frame}
      aside={
        <>
          <ul className="plain-list">
            <li>
              <a href={view.answersHref}>{t("receipt.print")}</a>
            </li>
          </ul>
          <hr />
        </>
      }
    >
      <h1>{t("check.title")}</h1>
      <p className="lead">{view.lead}</p>
      {errors.length > 0 && (
        <>
          <h2>{t("check.settle")}</h2>
          <IssueList items={errors} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h2>{t("check.look")}</h2>
          <p>{t("check.lookText")}</p>
          <IssueList items={warnings} />
        </>
      )}
      {sections.map(({ code, name, answers }) => (
        <section key={code} className="flow" aria-labelledby={`section-${code}`}>
          <h2 id={`section-${code}`}>
            {code}. <ForeignText words={name} />
          </h2>
          <dl className="summary">
            {answers.map((answer) => (
              <AnswerRow key={answer.code} answer={answer} />
            ))}
          </dl>
        </section>
      ))}
      <SignButton sign={sign} />
    </Frame>
  );
}

function AnswerRow({ answer: { code, name, lines, total, comment, given, href } }: { answer: CheckLine }) {
  const t = useSupplierTexts();
  return (
    <div>
      <dt>
        <span className="num">{code}</span> <ForeignText words={name} />
      </dt>
      <dd className={lines.length === 0 ? "blank" : undefined}>
        <AnswerLines lines={lines} total={total} />
        {comment && <small dir="auto">{comment}</small>}
        {given && <small dir="auto">{given}</small>}
      </dd>
      {href && (
        <dd className="change">
          <a href={href}>
            {t("check.change")}
            <span className="visually-hidden"> {code}</span>
          </a>
        </dd>
      )}
    </div>
  );
}

function AnswerLines({ lines, total }: Pick<CheckLine, "lines" | "total">) {
  const t = useSupplierTexts();
  if (lines.length === 0) return <>{t("check.blank")}</>;
  if (lines.length === 1) return <ForeignText words={lines[0] ?? ""} />;
  return (
    <ul>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a table may say the same
        <li key={at}>
          <ForeignText words={line} />
        </li>
      ))}
      {total && (
        <li>
          <strong>
            <ForeignText words={total} />
          </strong>
        </li>
      )}
    </ul>
  );
}

function SignButton({ sign: { href, gap, refused, label } }: { sign: CheckView["sign"] }) {
  const t = useSupplierTexts();
  if (refused) return <p className="note">{refused}</p>;
  if (!gap) {
    return (
      <p className="actions">
        <a className="button" href={href}>
          {label ?? t("check.sign")} <Icon name="forward" mirrored />
        </a>
      </p>
    );
  }
  return (
    <div className="actions">
      <button type="button" className="button" aria-disabled="true" aria-describedby="why-not">
        {t("check.sign")}
      </button>
      <p id="why-not">
        {t("check.cannotSign")} <a href={gap.href}>{t("sign.first", { code: gap.code })}</a>
      </p>
    </div>
  );
}
