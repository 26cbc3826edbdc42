import * as z from "zod";
import { composeMail } from "#app/mail/compose-mail";
import { supplierUseCase } from "#app/services/context/use-case";
import { colleagueFacts } from "#app/services/mails/mail-facts";
import { pageFields } from "#app/services/supplier/session/page-input";
import type { AskedMailView } from "#app/views/supplier/colleagues";
import { type AskField, readAsk } from "./read-ask";

/** Names of the fields that the page keeps, so that what is sent is what was shown. */
const kept = ["section", "name", "email", "reads", "asker", "note", "sign", "seen"];

/**
 * The mail that a form would send to a colleague, written by what writes it when it is sent; but its link, which is theirs alone.
 * Nothing is kept. `fields`: as of `askColleague`.
 */
export const previewColleague = supplierUseCase({
  permission: "colleagues.ask",
  input: z.object({ fields: pageFields }),
  events: [],
  run(
    ctx,
    { fields },
  ): { readonly mail: AskedMailView } | { readonly mail?: undefined; readonly errors: readonly AskField[] } {
    const { session } = ctx;
    const { file, questionnaire } = session;
    const read = readAsk(ctx, fields);
    if (!read.colleague) return read;
    const { colleague } = read;
    const link = `${ctx.config.publicOrigin}/s/…`;
    const facts = {
      ...file,
      ...{ answered: 0, minutes: 0, stopMails: "", owner: file.contact.email, link },
      colleague: { ...colleagueFacts(ctx, { colleague, questionnaire, file }), link },
    };
    const { email: to, language } = colleague;
    const { from, subject, text } = composeMail(ctx, facts, { kind: "colleague", language, to, messageId: "" });
    return {
      mail: {
        ...{ from, to, subject, language },
        paragraphs: text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== ""),
        fields: kept.flatMap((field) => (fields.get(field) ?? []).map((value) => [field, value] as const)),
      },
    };
  },
});
