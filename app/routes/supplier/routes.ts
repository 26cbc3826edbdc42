import { layout, type RouteConfigEntry, route } from "@remix-run/route-config";

const at = (name: string) => `routes/supplier/${name}`;

export const supplierRoutes: RouteConfigEntry[] = [
  layout(at("layout.tsx"), [
    route("s/:token", at("landing.tsx")),
    route("s/:token/decline", at("decline.tsx")),
    route("s/:token/unsubscribe", at("unsubscribe.tsx")),
    route("attest-help", at("help.tsx")),
    route("attest/:id", at("tasks.tsx")),
    route("attest/:id/left", at("left.tsx")),
    route("attest/:id/check", at("check.tsx")),
    route("attest/:id/answers", at("answers.tsx")),
    route("attest/:id/sign", at("sign.tsx")),
    route("attest/:id/receipt", at("receipt.tsx")),
    route("attest/:id/:question", at("question.tsx")),
    route("attest/:id/:question/evidence", at("evidence.tsx")),
    route("attest/:id/evidence/:evidence/remove", at("remove-evidence.tsx")),
    route("attest/:id/:question/:part/paste", at("paste.tsx")),
    route("attest/:id/:question/:part/:row", at("row.tsx")),
    route("attest/:id/:question/:part/:row/remove", at("remove-row.tsx")),
  ]),
  route("attest/:id/evidence/:evidence", at("evidence-file.ts")),
  route("attest/:id/language", at("language.ts")),
  route("attest/:id/receipt.json", at("receipt-json.ts")),
];
