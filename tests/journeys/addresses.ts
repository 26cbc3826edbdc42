import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/router/routes";
import { type Address, supplierAddresses } from "./supplier-addresses";
import type { Owned } from "./two-organisations";

/** One case for each pattern of `app/router/routes.ts`. A route without a case fails the tests. */
export const addresses: Readonly<Record<string, Address>> = {
  ...supplierAddresses,
  "": { path: "/", who: "team" },
  suppliers: { path: "/suppliers?panel=filters", who: "team" },
  map: { path: "/map", who: "team" },
  reports: { path: "/reports?report=far", who: "team" },
  "reports.docx": { path: "/reports.docx?report=norway", who: "team" },
  "reports.pdf": { path: "/reports.pdf?report=eu", who: "team" },
  "reports.csv": { path: "/reports.csv?report=international", who: "team" },
  "map.csv": { path: "/map.csv", who: "team" },
  "map.svg": { path: "/map.svg?part=asia&land", who: "team" },
  "map/:picture": { path: "/map/trend", who: "team" },
  "map/:picture.csv": { path: "/map/trend.csv", who: "team" },
  "map.png": { path: "/map.png?part=asia", who: "team" },
  "map/:picture.png": { path: "/map/coverage.png", who: "team" },
  "map/:picture.svg": { path: "/map/coverage.svg", who: "team" },
  "suppliers/mark": {
    path: "/suppliers/mark?ids={submitted}",
    who: "team",
    form: [
      ["intent", "tag"],
      ["seen", "1"],
      ["tag", "Seafood"],
    ],
  },
  "suppliers/views": {
    path: "/suppliers/views?of=country%3DVN",
    who: "team",
    harmless: true,
    form: [
      ["intent", "save"],
      ["name", "Vietnam"],
      ["query", "country=VN"],
    ],
  },
  "suppliers/compare": { path: "/suppliers/compare?ids={submitted}", who: "team" },
  "suppliers/compare.csv": { path: "/suppliers/compare.csv?ids={submitted}", who: "team" },
  "what-if": {
    path: "/what-if",
    who: "team",
    form: [
      ["intent", "save"],
      ["name", "Country weighs more"],
      ["rules", "standard-2026.1"],
      ["dial.mitigationCeiling", "50"],
    ],
  },
  "what-if.csv": { path: "/what-if.csv?rules=standard-2026.1&country=VN&band=critical", who: "team" },
  rules: {
    path: "/rules",
    who: "team",
    form: [
      ["rules", "standard-2026.1"],
      ["reason", "As agreed"],
    ],
  },
  "rules/draft": {
    path: "/rules/draft?rules=standard-2026.1&dial.mitigationCeiling=55",
    who: "team",
    form: [
      ["name", "Less for controls"],
      ["reason", "As agreed"],
      ["rules", "standard-2026.1"],
      ["dial.mitigationCeiling", "55"],
    ],
  },
  "rules/:rules": {
    path: "/rules/{rules}",
    who: "team",
    form: [
      ["intent", "rerate"],
      ["reason", "As agreed"],
    ],
  },
  "rules/rate-again": {
    path: "/rules/rate-again",
    who: "team",
    form: [
      ["intent", "rerate"],
      ["edition", "tip-2024"],
      ["reason", "As agreed"],
    ],
  },
  "rules/rated-again/:rerating": {
    path: "/rules/rated-again/{rerating}",
    who: "team",
    form: [
      ["intent", "take-back"],
      ["reason", "Back"],
    ],
  },
  "rules/rated-again/:rerating.csv": { path: "/rules/rated-again/{rerating}.csv", who: "team" },
  "settings/editions": { path: "/settings/editions", who: "team", form: [["file", ""]], multipart: true },
  "settings/editions/:upload": {
    path: `/settings/editions/${"0".repeat(64)}`,
    who: "team",
    status: 404,
    form: [
      ["name", "TIP 2026"],
      ["publisher", "Somebody"],
      ["year", "2026"],
      ["released", "2026-06"],
      ["source", "Their site"],
      ["licence", "None"],
      ["doubts", "All of it"],
    ],
  },
  "settings/editions/sample.csv": { path: "/settings/editions/sample.csv", who: "team" },
  "suppliers/:id": { path: "/suppliers/{submitted}", who: "team", form: [["edition", "tip-2024"]] },
  "suppliers/:id/contacts/:contact": {
    path: "/suppliers/{submitted}/contacts/new",
    who: "team",
    form: [
      ["name", "Another"],
      ["email", "another.contact@supplier.example"],
      ["language", "en"],
    ],
  },
  "suppliers/:id/attestations/:attestation/void": {
    path: "/suppliers/{submitted}/attestations/{signed}/void",
    who: "team",
    form: [["reason", "Signed by somebody who may not"]],
  },
  "suppliers/:id/evidence/:evidence/kept-apart": {
    path: "/suppliers/{submitted}/evidence/{proof}/kept-apart",
    who: "team",
    status: 404,
    form: [],
  },
  "suppliers/:id/evidence/:evidence/kept-apart/file": {
    path: "/suppliers/{submitted}/evidence/{proof}/kept-apart/file",
    who: "team",
    status: 404,
    form: [],
  },
  "settings/documents": { path: "/settings/documents", who: "team", form: [["dangerous", "keep-apart"]] },
  "suppliers/:id/hold": { path: "/suppliers/{submitted}/hold", who: "team", form: [["reason", "A court asked"]] },
  "suppliers/:id/attestations/:attestation/remove": {
    path: "/suppliers/{submitted}/attestations/{signed}/remove",
    who: "team",
    form: [],
  },
  "suppliers/import": {
    path: "/suppliers/import",
    who: "team",
    form: [["pasted", "Name,Country\nX,PT\n"]],
    multipart: true,
  },
  "suppliers/import/:upload": { path: "/suppliers/import/{upload}", who: "team", form: [] },
  "suppliers/import/sample.csv": { path: "/suppliers/import/sample.csv", who: "team" },
  "suppliers/import/:upload/refused.csv": { path: "/suppliers/import/{upload}/refused.csv", who: "team" },
  "suppliers/import/:upload/rest.csv": { path: "/suppliers/import/{upload}/rest.csv", who: "team" },
  "suppliers.csv": { path: "/suppliers.csv", who: "team" },
  "suppliers.json": { path: "/suppliers.json", who: "team" },
  "suppliers.xlsx": { path: "/suppliers.xlsx", who: "team" },
  "campaigns/:id/recipients.xlsx": { path: "/campaigns/{live}/recipients.xlsx", who: "team" },
  "suppliers/:id/attestations/:attestation.json": {
    path: "/suppliers/{submitted}/attestations/{signed}.json",
    who: "team",
  },
  "suppliers/:id/brief.pdf": { path: "/suppliers/{submitted}/brief.pdf", who: "team" },
  "suppliers/:id/evidence/:evidence": { path: "/suppliers/{submitted}/evidence/{proof}", who: "team" },
  campaigns: { path: "/campaigns", who: "team" },
  "campaigns/new": {
    path: "/campaigns/new",
    who: "team",
    form: [
      ["name", "Another"],
      ["version", "forced-labour@1"],
    ],
  },
  "campaigns/:id": { path: "/campaigns/{live}", who: "team", form: [] },
  "campaigns/:id/questionnaire": {
    who: "team",
    path: "/campaigns/{draft}/questionnaire",
    form: [
      ["name", "Renamed"],
      ["version", "forced-labour@1"],
    ],
  },
  "campaigns/:id/recipients": { who: "team", path: "/campaigns/{draft}/recipients", form: [["mode", "all"]] },
  "campaigns/:id/message": { who: "team", path: "/campaigns/{draft}/message", form: [["reason-en", "Because"]] },
  "campaigns/:id/message.html": { who: "team", path: "/campaigns/{draft}/message.html" },
  "campaigns/:id/due": {
    who: "team",
    path: "/campaigns/{draft}/due",
    form: [
      ["date", "2099-05-01"],
      ["time", "12:00"],
      ["zone", "Europe/Berlin"],
    ],
  },
  "campaigns/:id/launch": { who: "team", path: "/campaigns/{draft}/launch", form: [["links", "30"]] },
  "campaigns/:id/results": { path: "/campaigns/{live}/results", who: "team", form: [["results", "shared"]] },
  "campaigns/:id/reminders": { path: "/campaigns/{live}/reminders", who: "team", form: [["reminders", "off"]] },
  "campaigns/:id/close": { path: "/campaigns/{live}/close", who: "team", form: [] },
  "campaigns/:id/recipients.csv": { path: "/campaigns/{live}/recipients.csv", who: "team" },
  "campaigns/:id/invitations/:invitation": {
    path: "/campaigns/{live}/invitations/{invitation}",
    who: "team",
    form: [["intent", "withdraw"]],
  },
  questionnaires: { path: "/questionnaires", who: "team" },
  "questionnaires/:id/:version": { path: "/questionnaires/forced-labour/1", who: "team" },
  settings: { path: "/settings", who: "team", form: [["language", "en"]], harmless: true },
  "settings/reference": { path: "/settings/reference", who: "team" },
  "settings/mail": { path: "/settings/mail", who: "team", form: [["intent", "connection"]] },
  "settings/mail/received": { path: "/settings/mail/received", who: "team", form: [["files", ""]], multipart: true },
  "settings/mail/:id": { path: "/settings/mail/{mail}", who: "team" },
  "settings/mail/:id/message.html": { path: "/settings/mail/{mail}/message.html", who: "team" },
  "settings/api": {
    path: "/settings/api",
    who: "team",
    form: [
      ["name", "Warehouse"],
      ["days", "30"],
      ["scopes", "suppliers:read"],
    ],
  },
  "settings/people": {
    path: "/settings/people",
    who: "team",
    form: [
      ["email", "new.colleague@nordwind.example"],
      ["role", "admin"],
    ],
  },
  login: {
    path: "/login",
    who: "open",
    form: [
      ["email", "nobody@nordwind.example"],
      ["password", "not the password"],
    ],
  },
  "login/code": { path: "/login/code", who: "open", status: 302, form: [["code", "000000"]] },
  forgot: { path: "/forgot", who: "open", form: [["email", "nobody@nordwind.example"]] },
  "reset/:token": { path: "/reset/no-such-token", who: "open", status: 410, form: [["password", "whatever it is"]] },
  "settings/account": {
    path: "/settings/account",
    who: "team",
    form: [
      ["current", "x"],
      ["password", "y"],
    ],
    harmless: true,
  },
  "settings/account/second-factor": {
    path: "/settings/account/second-factor",
    who: "team",
    form: [["code", "000000"]],
    harmless: true,
  },
  "settings/people/:id": { path: "/settings/people/{person}", who: "team", form: [["intent", "reset"]] },
  "settings/persons": { path: "/settings/persons", who: "team", form: [["text", "ab"]] },
  "settings/persons/:kind/:id": { path: "/settings/persons/user/{person}", who: "team", form: [] },
  "settings/persons/:kind/:id.json": { path: "/settings/persons/user/{person}.json", who: "team" },
  "settings/persons/:kind/:id.csv": { path: "/settings/persons/user/{person}.csv", who: "team" },
  "settings/retention": {
    path: "/settings/retention",
    who: "team",
    form: [
      ["intent", "terms"],
      ["submissions", "84"],
    ],
  },
  "settings/trail": { path: "/settings/trail", who: "team" },
  "settings/trail.csv": { path: "/settings/trail.csv", who: "team" },
  "campaigns/:id/invitations/:invitation/questionnaire": {
    path: "/campaigns/{live}/invitations/{invitation}/questionnaire",
    who: "team",
  },
  "campaigns/:id/invitations/:invitation/answer-for": {
    path: "/campaigns/{live}/invitations/{invitation}/answer-for",
    who: "team",
    form: [["reason", "They told me by telephone"]],
  },
  "setup/:secret": { path: "/setup/{setup}", who: "open", status: 410, form: [["organisation", "Mine now"]] },
  "join/:token": { path: "/join/{join}", who: "open", form: [["name", ""]] },
  logout: { path: "/logout", who: "open", status: 302, form: [] },
  "*": { path: "/no-such-page", who: "open", status: 404, form: [] },
  actions: { path: "/actions", who: "team" },
  "actions.csv": { path: "/actions.csv", who: "team" },
  "actions/new": {
    path: "/actions/new?supplier={submitted}",
    who: "team",
    form: [
      ["from", "flag.H3.pay-late"],
      ["gap", "Pay comes late"],
      ["step", "Pay on time"],
      ["due", "2030-01-31"],
    ],
  },
  "actions/:id": {
    path: "/actions/{action}",
    who: "team",
    form: [
      ["intent", "agreed"],
      ["version", "2"],
    ],
  },
  reviews: { path: "/reviews", who: "team" },
  "reviews/rules": { path: "/reviews/rules", who: "team", form: [["days", "14"]] },
  "reviews/:attestation": {
    path: "/reviews/{signed}",
    who: "team",
    form: [
      ["intent", "accept"],
      ["question", "E1"],
    ],
  },
  questions: { path: "/questions", who: "team" },
  "questions/:attestation/:question": {
    path: "/questions/{attestation}/E1",
    who: "team",
    form: [["answer", "As we like it"]],
  },
  returns: { path: "/returns", who: "team" },
  "reviews/:attestation/returned": {
    path: "/reviews/{signed}/returned",
    who: "team",
    form: [
      ["do", "take-off"],
      ["question", "G1"],
    ],
  },
  "reviews/:attestation/returned/:question": {
    path: "/reviews/{signed}/returned/G1",
    who: "team",
    form: [["comment", "Who keeps them?"]],
  },
};

export type RouteFile = { readonly pattern: string; readonly file: string };

/** Every route that answers at an address, from the route list itself. */
export function allRoutes(entries: readonly RouteConfigEntry[] = routes, above = ""): readonly RouteFile[] {
  return entries.flatMap(({ path, index, file, children }) => {
    const pattern = [above, path].filter(Boolean).join("/");
    const own = path !== undefined || index ? [{ pattern, file }] : [];
    return [...own, ...allRoutes(children ?? [], pattern)];
  });
}

/** The path of a case with the ids of somebody. */
export function pathOf({ path }: Address, owned: Owned): string {
  return path.replace(/\{(\w+)\}/g, (_, name: keyof Owned) => encodeURIComponent(owned[name]).replaceAll("%2E", "."));
}
