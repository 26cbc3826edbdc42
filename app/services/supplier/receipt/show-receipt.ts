import { Problem } from "#app/domain/problem";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { askedActions } from "#app/services/supplier/actions/asked-actions";
import { frameOf } from "#app/services/supplier/page/frame";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { ReceiptView } from "#app/views/supplier/signing/sign";
import { receiptFileName } from "./read-receipt";
import { sharesResult } from "./shared-result";
import { signedFacts } from "./signed-facts";

/** What proves that the answers were sent. @throws Problem "not-found" before they were */
export const showReceipt = supplierUseCase({
  permission: "attestations.check",
  input: noInput,
  events: [],
  async run(ctx): Promise<ReceiptView> {
    const { session } = ctx;
    const { file } = session;
    const { declaration, attestation } = file;
    if (!declaration) throw new Problem("not-found");
    const words = pageTexts(ctx, session, ctx.language);
    const { t } = words;
    const base = addressOf(session);
    return {
      frame: frameOf(ctx, session, words, {
        title: t("supplier:receipt.pageTitle", { reference: attestation.reference }),
        from: "receipt",
      }),
      title: t("supplier:receipt.title", { buyer: file.organisation.name }),
      ...signedFacts(session, declaration, words),
      mail: (await mailsLeave(ctx)) ? file.contact.email : undefined,
      fileName: receiptFileName(attestation.reference),
      base,
      ...(sharesResult(ctx) ? { result: `${base}/result` } : {}),
      ...((await askedActions(ctx)).length > 0 && ctx.may("actions.answer") ? { actions: `${base}/actions` } : {}),
      buyer: file.organisation.name,
    };
  },
});
