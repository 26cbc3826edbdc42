import type { ReceiptSheet } from "#app/views/supplier/signing/receipt-sheet";
import type { PictureSheet } from "#app/views/team/map/pictures";
import type { ReportSheet } from "#app/views/team/reports/report-sheet";
import type { BriefSheet } from "#app/views/team/supplier/brief-sheet";
import { printBrief } from "./brief/print-brief";
import { printPicture } from "./picture/print-picture";
import { printReceipt } from "./receipt/print-receipt";
import { printReport } from "./report/print-report";

type Order =
  | { readonly paper: "receipt"; readonly sheet: ReceiptSheet }
  | { readonly paper: "brief"; readonly sheet: BriefSheet }
  | { readonly paper: "report"; readonly sheet: ReportSheet }
  | { readonly paper: "picture"; readonly sheet: PictureSheet };

/** Any paper as a tagged PDF, and a picture as PNG. */
export function printPaper(order: Order): Promise<Uint8Array<ArrayBuffer>> {
  switch (order.paper) {
    case "receipt":
      return printReceipt(order.sheet);
    case "brief":
      return printBrief(order.sheet);
    case "report":
      return printReport(order.sheet);
    case "picture":
      return printPicture(order.sheet);
  }
}
