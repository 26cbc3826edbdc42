import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, linesOf } from "#app/services/files/csv";
import { type Cell, type WorkbookFile, workbookOf } from "#app/services/files/workbook";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import { noteExport } from "#app/services/team/trail/note";
import type { RecipientFilter, RecipientRow } from "#db/store";
import { recipientState } from "./recipient-state";
import { recipientFilter, recipientView } from "./recipient-view";

const pageSize = 1_000;

const heads = [
  "ref",
  "supplier",
  "country",
  "contact",
  "email",
  "language",
  "reference",
  "journey",
  "answered",
  "lastMail",
  "lastMailAt",
  "linkUntil",
  "supplierId",
] as const;

/**
 * Every recipient of a view, whatever its page, as a table. Without links: a file is handed on more easily than a page.
 * @throws Problem "not-found"
 */
export const exportRecipients = teamUseCase({
  permission: "campaigns.read",
  input: recipientView,
  events: ["data.exported"],
  async run(ctx, view, event): Promise<CsvFile> {
    const { id } = await findCampaign(ctx, view.campaign);
    await noteExport(ctx, event, "recipients-csv", id);
    return { name: "avow-recipients.csv", lines: linesOf(recipientTable(ctx, id, recipientFilter(view))) };
  },
});

/** The same as a workbook. @throws Problem "not-found" */
export const exportRecipientsWorkbook = teamUseCase({
  permission: "campaigns.read",
  input: recipientView,
  events: ["data.exported"],
  async run(ctx, view, event): Promise<WorkbookFile> {
    const { id } = await findCampaign(ctx, view.campaign);
    await noteExport(ctx, event, "recipients-xlsx", id);
    return workbookOf("avow-recipients.xlsx", recipientTable(ctx, id, recipientFilter(view)));
  },
});

async function* recipientTable(
  ctx: TeamContext,
  campaign: string,
  filter: Omit<RecipientFilter, "page" | "pageSize" | "now">,
): AsyncGenerator<readonly Cell[]> {
  const t = ctx.t(languageWithAllTexts(ctx.language));
  const now = ctx.clock.now();
  yield heads.map((head) => t(`team:recipientsCsv.${head}`));
  for (let page = 1; ; page++) {
    const asked = { ...filter, page, pageSize, now };
    const { rows } = await ctx.store.campaigns.recipients(ctx.organisation.id, campaign, asked);
    for (const row of rows) yield recipientCells(ctx, row, now);
    if (rows.length < pageSize) return;
  }
}

function recipientCells(ctx: TeamContext, row: RecipientRow, now: Date): readonly Cell[] {
  const t = ctx.t(languageWithAllTexts(ctx.language));
  const { supplier, contact, attestation, invitation, lastMail, answered } = row;
  return [
    supplier.ref,
    supplier.name,
    supplier.country,
    contact.name,
    contact.email,
    contact.language,
    attestation.reference,
    t(`team:journey.${recipientState(row, now)}`),
    // As beside each recipient on the page.
    readsNorthKorea(ctx) ? answered : undefined,
    lastMail && t(`team:mailState.${lastMail.state}`),
    lastMail?.at.toISOString(),
    invitation.expiresAt.toISOString(),
    supplier.id,
  ];
}
