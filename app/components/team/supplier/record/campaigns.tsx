import { useTranslation } from "react-i18next";
import { Declined } from "#app/components/team/campaigns/declined";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { PagePart } from "#app/components/team/supplier/page-part";
import { VoidReason } from "#app/components/team/supplier/void-notice";
import { DataTable } from "#app/components/team/tables/data-table";
import { Link } from "#app/router/api/navigation";
import type { CampaignLine } from "#app/views/team/supplier/record";

/** Every time that the supplier was asked. */
export function Campaigns({ lines }: { lines: readonly CampaignLine[] }) {
  const { t } = useTranslation("ratings");
  const head = (
    <>
      {(["campaign", "reference", "state", "when", "document"] as const).map((column) => (
        <th key={column} scope="col">
          {t(`page.campaigns.${column}`)}
        </th>
      ))}
    </>
  );
  if (lines.length === 0) return null;
  return (
    <PagePart id="campaigns" title={t("page.campaigns.title")} count={String(lines.length)}>
      <DataTable label={t("page.campaigns.label")} head={head}>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </tbody>
      </DataTable>
    </PagePart>
  );
}

function Line({ line }: { line: CampaignLine }) {
  const {
    campaign,
    reference,
    state,
    at,
    progress,
    document,
    mailFailure,
    optedOut,
    declined,
    voided,
    voidHref,
    removed,
    remove,
    returned,
    isCorrection,
  } = line;
  const { t } = useTranslation("ratings");
  const { count } = useNumberFormats();
  return (
    <tr>
      <th scope="row">
        <Link to={campaign.href}>
          <bdi>{campaign.name}</bdi>
        </Link>
        {isCorrection && <span className="second-line">{t("page.campaigns.correction")}</span>}
      </th>
      <td className="nowrap">
        <span className="mono">{reference}</span> <CopyButton text={reference} what={reference} />
      </td>
      <td>
        {t(`page.campaigns.states.${state}`)}
        {progress && (
          <span className="second-line num">
            {t("page.campaigns.progress", { answered: count(progress.answered), asked: count(progress.asked) })}
          </span>
        )}
        {declined && <Declined {...declined} />}
        {voided && (
          <>
            <span className="second-line">{t("page.void.said", { by: voided.by, at: voided.at.text })}</span>
            <VoidReason reason={voided.reason} />
          </>
        )}
        {removed && (
          <span className="second-line">
            {t(`page.campaigns.removed.${removed.ground}`, { at: removed.at.text, by: removed.by })}
          </span>
        )}
        {removed?.declaration !== undefined && (
          <span className="second-line hash">{t("page.campaigns.declaration", { hash: removed.declaration })}</span>
        )}
        {optedOut && <span className="second-line failed">{t("page.campaigns.optedOut")}</span>}
        {mailFailure && (
          <span className="second-line failed">
            {t(mailFailure.isFinal ? "page.campaigns.mailFailed" : "page.campaigns.mailRetried", {
              error: mailFailure.error,
            })}
          </span>
        )}
      </td>
      <td className="num">
        <time dateTime={at.iso}>{at.text}</time>
      </td>
      <td>
        <span className="line-links">
          {document !== undefined && <a href={document}>{t("page.campaigns.get")}</a>}
          {returned !== undefined && (
            <Link to={returned}>
              {t("page.campaigns.returned")}
              <span className="visually-hidden"> {reference}</span>
            </Link>
          )}
          {voidHref !== undefined && (
            <Link to={voidHref} aria-label={t("page.campaigns.declareVoidOf", { reference })}>
              {t("page.campaigns.declareVoid")}
            </Link>
          )}
          {remove !== undefined && (
            <Link to={remove}>
              {t("page.campaigns.remove")}
              <span className="visually-hidden"> {t("page.campaigns.removeWhat", { reference })}</span>
            </Link>
          )}
        </span>
      </td>
    </tr>
  );
}
