import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { PagePart } from "#app/components/team/supplier/page-part";
import { Seal } from "#app/pictures/seal";
import type { SignedView, TrailLine } from "#app/views/team/supplier/record";

type TrailProps = { lines: readonly TrailLine[]; more: boolean; signed?: SignedView };

/** What happened, who did it and when; and the fingerprint of what was signed. */
export function Trail({ lines, more, signed }: TrailProps) {
  const { t } = useTranslation("ratings");
  return (
    <PagePart id="trail" title={t("page.trail.title")}>
      {signed && <Signed {...signed} />}
      <ol className="trail">
        {lines.map(({ key, at, text, by }) => (
          <li key={key}>
            <time dateTime={at.iso}>{at.text}</time>
            <span>
              {text}. <span className="muted">{by}</span>
            </span>
          </li>
        ))}
      </ol>
      {more && <p className="muted">{t("page.trail.older", { number: lines.length })}</p>}
    </PagePart>
  );
}

function Signed({ name, job, hash, at, revision }: SignedView) {
  const { t } = useTranslation("ratings");
  return (
    <div className="fingerprint">
      <Seal hash={hash} name={t("page.trail.seal")} />
      <p>
        {t("page.trail.signed", { name, job, at: at.text, revision })}
        <br />
        {t("page.trail.fingerprint")} <span className="mono hash-line">{hash}</span>{" "}
        <CopyButton text={hash} what={t("page.trail.fingerprint")} />
      </p>
    </div>
  );
}
