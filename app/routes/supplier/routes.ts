import { layout, type RouteConfigEntry, route } from "#app/router/api/route-table";

// Files are named from the folder of the router.
const at = (name: string) => `../routes/supplier/${name}`;

export const supplierRoutes: RouteConfigEntry[] = [
  layout(at("layout.tsx"), [
    route("s/:token", at("link/landing.tsx")),
    route("s/:token/decline", at("link/decline.tsx")),
    route("s/:token/give-back", at("link/give-back.tsx")),
    route("s/:token/unsubscribe", at("link/unsubscribe.tsx")),
    route("stop-mails/:org/:invitation/:proof", at("link/stop-mails.tsx")),
    route("attest-help", at("link/help.tsx")),
    route("attest/:id", at("tasks/tasks.tsx")),
    route("attest/:id/left", at("tasks/saved-for-later.tsx")),
    route("attest/:id/done", at("tasks/device-left.tsx")),
    route("attest/:id/workbook", at("workbook/workbook.tsx")),
    route("attest/:id/earlier", at("earlier/earlier.tsx")),
    route("attest/:id/:question/still-true", at("earlier/still-true.ts")),
    route("attest/:id/colleagues", at("colleagues/colleagues.tsx")),
    route("attest/:id/check", at("signing/check.tsx")),
    route("attest/:id/answers", at("signing/answers.tsx")),
    route("attest/:id/sign", at("signing/sign.tsx")),
    route("attest/:id/approve", at("signing/approve.tsx")),
    route("attest/:id/receipt", at("signing/receipt.tsx")),
    route("attest/:id/result", at("signing/result.tsx")),
    route("attest/:id/:question", at("question/question.tsx")),
    route("attest/:id/:question/ask", at("question/ask.tsx")),
    route("attest/:id/:question/evidence", at("evidence/evidence.tsx")),
    route("attest/:id/evidence/:evidence/about", at("evidence/about-evidence.tsx")),
    route("attest/:id/evidence/:evidence/remove", at("evidence/remove-evidence.tsx")),
    route("attest/:id/:question/:part/paste", at("question/paste.tsx")),
    route("attest/:id/:question/:part/:row", at("question/row.tsx")),
    route("attest/:id/:question/:part/:row/remove", at("question/remove-row.tsx")),
  ]),
  route("attest/:id/:question/evidence/pieces", at("evidence/pieces.ts")),
  route("attest/:id/evidence/:evidence", at("evidence/evidence-file.ts")),
  route("attest/:id/workbook.xlsx", at("workbook/workbook-file.ts")),
  route("attest/:id/workbook/:part", at("workbook/answers-csv.ts")),
  route("attest/:id/language", at("language.ts")),
  route("attest/:id/receipt.json", at("signing/receipt-json.ts")),
  route("attest/:id/receipt.pdf", at("signing/receipt-pdf.ts")),
];
