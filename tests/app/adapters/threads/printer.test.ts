import { describe, expect, test } from "vitest";
import { printingLimits, threadPrinter } from "#app/adapters/threads/printer.server";
import { printReceipt } from "#app/paper/receipt/print-receipt";
import type { ReceiptSheet } from "#app/views/supplier/signing/receipt-sheet";
import { codeOf } from "#tests/support/team";

const sheet: ReceiptSheet = {
  language: "en",
  dir: "ltr",
  title: "Receipt",
  heading: "Receipt",
  lead: "Something was signed.",
  buyer: "Buyer",
  at: Date.UTC(2026, 10, 30),
  label: "Receipt",
  reference: "AV-1",
  seal: "A seal",
  hash: "0".repeat(64),
  facts: [{ label: "Company", value: "Company" }],
  fingerprint: { label: "Fingerprint", note: "Of the file." },
  statement: { heading: "Statement", paragraphs: ["It is so."] },
  sections: [],
  substitute: "A box.",
  sheet: "Sheet {page} of {pages}",
};

describe("a receipt that is printed in a thread of its own", () => {
  test("is the one that this thread prints", async () => {
    expect(Buffer.compare(await threadPrinter().print({ paper: "receipt", sheet }), await printReceipt(sheet))).toBe(0);
  });

  test("that takes all its time ends its thread and not the program", async () => {
    await expect(threadPrinter({ ...printingLimits, ms: 1 }).print({ paper: "receipt", sheet })).rejects.toThrow(
      "too long",
    );
  });

  test("is refused while more wait than can be printed in time", async () => {
    const printer = threadPrinter({ ...printingLimits, ms: 1, atOnce: 1, waiting: 1 });
    const first = [printer.print({ paper: "receipt", sheet }), printer.print({ paper: "receipt", sheet })].map((one) =>
      one.catch(() => "ended"),
    );
    expect(await codeOf(printer.print({ paper: "receipt", sheet }))).toBe("too-often");
    expect(await Promise.all(first)).toEqual(["ended", "ended"]);
  });
});
