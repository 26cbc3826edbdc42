import type { ReceiptSheet } from "#app/views/supplier/signing/receipt-sheet";

/** Prints receipts as PDF, apart from everything else. */
export type ReceiptPrinter = {
  /** @throws Problem "too-often" while more wait than can be printed in time */
  print(sheet: ReceiptSheet): Promise<Uint8Array<ArrayBuffer>>;
};

/** What the thread that prints one is given. */
export type PrintingOrder = ReceiptSheet;

/** What it says. */
export type PrintingMessage = { readonly pdf: Uint8Array<ArrayBuffer> };
