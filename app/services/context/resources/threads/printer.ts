import type { ReceiptSheet } from "#app/views/supplier/signing/receipt-sheet";
import type { PictureSheet } from "#app/views/team/map/pictures";
import type { ReportSheet } from "#app/views/team/reports/report-sheet";
import type { BriefSheet } from "#app/views/team/supplier/brief-sheet";

/** Prints papers as PDF, and pictures as PNG, apart from everything else. */
export type Printer = {
  /** @throws Problem "too-often" while more wait than can be printed in time */
  print(order: PrintingOrder): Promise<Uint8Array<ArrayBuffer>>;
};

/** What is to be printed: what the thread that prints it is given. */
export type PrintingOrder =
  | { readonly paper: "receipt"; readonly sheet: ReceiptSheet }
  | { readonly paper: "brief"; readonly sheet: BriefSheet }
  | { readonly paper: "report"; readonly sheet: ReportSheet }
  | { readonly paper: "picture"; readonly sheet: PictureSheet };

/** What it says. */
export type PrintingMessage = { readonly bytes: Uint8Array<ArrayBuffer> };
