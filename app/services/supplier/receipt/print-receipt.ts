import { Problem } from "#app/domain/problem";
import { findLanguage } from "#app/i18n/languages";
import { noInput } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { voidedWords } from "#app/services/supplier/page/frame";
import { type PageTexts, pageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ReceiptSheet, SheetFact, SheetSection } from "#app/views/supplier/signing/receipt-sheet";
import type { SignedFacts } from "#app/views/supplier/signing/sign";
import type { Declaration } from "#db/records";
import { receiptFileName } from "./read-receipt";
import { signedFacts, signedStatement } from "./signed-facts";

/** The receipt as a tagged PDF in the language of the page. @throws Problem "not-found" before the answers were signed */
export const printReceipt = supplierUseCase({
  permission: "attestations.check",
  input: noInput,
  events: [],
  async run(ctx) {
    const { declaration, attestation } = ctx.session.file;
    if (!declaration) throw new Problem("not-found");
    const sheet = receiptSheet(ctx.session, declaration, pageTexts(ctx, ctx.session, ctx.language));
    return {
      name: `${attestation.reference}.pdf`,
      type: "application/pdf",
      bytes: await ctx.printer.print({ paper: "receipt", sheet }),
    };
  },
});

function receiptSheet(session: SupplierSession, declaration: Declaration, words: PageTexts): ReceiptSheet {
  const { file } = session;
  const { t, ui } = words;
  const facts = signedFacts(session, declaration, words);
  const dataFile = receiptFileName(facts.reference);
  return {
    language: ui,
    dir: findLanguage(ui)?.dir ?? "ltr",
    title: t("supplier:receipt.pageTitle", { reference: facts.reference }),
    heading: t("supplier:receipt.sheetTitle"),
    lead: t("supplier:receipt.sheetLead", { supplier: file.supplier.name }),
    buyer: file.organisation.name,
    at: declaration.signedAt.getTime(),
    label: t("supplier:receipt.label"),
    reference: facts.reference,
    seal: t("supplier:receipt.seal"),
    hash: facts.hash,
    facts: sheetFacts(session, facts, words),
    fingerprint: {
      label: t("supplier:receipt.fingerprint"),
      note: t("supplier:receipt.dataFingerprint", { file: dataFile }),
    },
    statement: statementSection(declaration, words),
    sections: [...voidedSections(session, words), checkSection(dataFile, words), changeSection(words)],
    substitute: t("supplier:receipt.substitute"),
    sheet: t("supplier:receipt.sheet", { page: "{page}", pages: "{pages}" }),
  };
}

/** What the page of the receipt says, in its order. */
function sheetFacts({ file }: SupplierSession, facts: SignedFacts, { t }: PageTexts): readonly SheetFact[] {
  const { confirmed, given, byColleagues } = facts;
  return [
    { label: t("supplier:receipt.company"), value: file.supplier.name },
    { label: t("supplier:receipt.sent"), value: facts.sent, note: facts.sentUtc },
    { label: t("supplier:receipt.signedBy"), value: facts.signer },
    ...(confirmed ? [{ label: t("supplier:receipt.confirmed"), value: confirmed }] : []),
    { label: t("supplier:receipt.questions"), value: facts.questions, note: facts.answers },
    ...(given ? [{ label: t("supplier:standIn.label"), value: given }] : []),
    ...(byColleagues ? [{ label: t("supplier:colleagues.receiptLabel"), value: byColleagues }] : []),
  ];
}

function statementSection(declaration: Declaration, { t, ui }: PageTexts): SheetSection {
  const { notice, opening, clauses } = signedStatement(declaration, ui);
  return {
    heading: t("supplier:receipt.statement"),
    paragraphs: [...(notice === undefined ? [] : [notice]), opening, ...clauses],
  };
}

function voidedSections({ file }: SupplierSession, words: PageTexts): readonly SheetSection[] {
  const voided = voidedWords(file, words);
  return voided ? [{ heading: voided.title, paragraphs: [voided.text] }] : [];
}

function checkSection(file: string, { t }: PageTexts): SheetSection {
  return {
    heading: t("supplier:receipt.check"),
    paragraphs: [t("supplier:receipt.checkText")],
    steps: [
      { text: t("supplier:receipt.steps.1"), commands: [] },
      { text: t("supplier:receipt.steps.2"), commands: [`sha256sum ${file}`, `certutil -hashfile ${file} SHA256`] },
      { text: t("supplier:receipt.steps.3"), commands: [] },
    ],
  };
}

function changeSection({ t }: PageTexts): SheetSection {
  return { heading: t("supplier:receipt.wrong"), paragraphs: [t("supplier:receipt.wrongText")] };
}
