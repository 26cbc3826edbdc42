import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { pageNumber } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { NamedInboundMail } from "#db/store";
import { mostMessages } from "./message-limits";
import { isPlainKind } from "./plain-kinds";

const pageSize = 50;

/** One page of the messages that came in, newest first; those that name no mail of the organisation's too. */
export const listReceived = teamUseCase({
  permission: "mails.read",
  input: z.object({ page: pageNumber }),
  events: [],
  async run(ctx, { page }) {
    const { rows, total } = await ctx.store.inboundMails.list(ctx.organisation.id, { page, pageSize });
    return {
      received: rows.map((row) => lineOf(ctx, row)),
      ...{ total, page, pageSize },
      mayReceive: ctx.may("mails.receive"),
      most: mostMessages,
    };
  },
});

function lineOf(ctx: TeamContext, row: NamedInboundMail) {
  const { id, what, from, subject, said, status, receivedAt, about, invitation } = row;
  return {
    ...{ id, what, from, said },
    // What somebody wrote by themselves, or about a question, can tell of any answer.
    subject: (about && isPlainKind(about.kind)) || readsNorthKorea(ctx) ? subject : undefined,
    status,
    at: timeMoment(receivedAt, ctx.language).text,
    about: about && { kind: about.kind, supplier: about.supplier.name, at: recipientAt(about.campaign, invitation) },
  };
}

const recipientAt = (campaign: string, invitation = "") => `/campaigns/${campaign}/invitations/${invitation}`;
