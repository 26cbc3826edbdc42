import { index, layout, type RouteConfigEntry, route } from "#app/router/api/route-table";

// Files are named from the folder of the router.
const file = (name: string) => `../routes/team/${name}`;

/** Pages with the bar, for signed-in people; then pages without it; then files. */
export const teamRoutes: RouteConfigEntry[] = [
  layout(file("layout.tsx"), [
    index(file("today.tsx")),
    route("suppliers", file("suppliers/list.tsx")),
    route("suppliers/:id", file("suppliers/show.tsx")),
    route("suppliers/:id/contacts/:contact", file("suppliers/contact.tsx")),
    route("suppliers/import", file("imports/upload.tsx")),
    route("suppliers/import/:upload", file("imports/preview.tsx")),
    route("campaigns", file("campaigns/list.tsx")),
    route("campaigns/new", file("drafts/new.tsx")),
    route("campaigns/:id", file("campaigns/show.tsx")),
    route("campaigns/:id/questionnaire", file("drafts/questionnaire.tsx")),
    route("campaigns/:id/recipients", file("drafts/recipients.tsx")),
    route("campaigns/:id/message", file("drafts/message.tsx")),
    route("campaigns/:id/due", file("drafts/due.tsx")),
    route("campaigns/:id/launch", file("drafts/launch.tsx")),
    route("campaigns/:id/close", file("campaigns/close.tsx")),
    route("campaigns/:id/invitations/:invitation", file("campaigns/invitation.tsx")),
    route("questionnaires", file("questionnaires/list.tsx")),
    route("questionnaires/:id/:version", file("questionnaires/show.tsx")),
    route("settings", file("settings/overview.tsx")),
    route("settings/reference", file("settings/reference.tsx")),
    route("settings/mail", file("settings/mail.tsx")),
    route("settings/mail/:id", file("settings/mail-message.tsx")),
    route("settings/people", file("settings/people.tsx")),
  ]),
  layout(file("sign-in/layout.tsx"), [
    route("login", file("sign-in/login.tsx")),
    route("setup/:secret", file("sign-in/setup.tsx")),
    route("join/:token", file("sign-in/join.tsx")),
  ]),
  route("logout", file("sign-in/logout.ts")),
  route("settings/mail/:id/message.html", file("settings/mail-html.ts")),
  route("campaigns/:id/message.html", file("drafts/message-html.ts")),
  route("campaigns/:id/recipients.csv", file("campaigns/recipients-csv.ts")),
  route("suppliers/import/sample.csv", file("imports/sample-csv.ts")),
  route("suppliers/import/:upload/refused.csv", file("imports/refused-csv.ts")),
  route("suppliers/import/:upload/rest.csv", file("imports/rest-csv.ts")),
  route("suppliers.csv", file("suppliers/export.ts")),
  route("suppliers.xlsx", file("suppliers/export-workbook.ts")),
  route("campaigns/:id/recipients.xlsx", file("campaigns/recipients-workbook.ts")),
  route("suppliers/:id/evidence/:evidence", file("suppliers/evidence.ts")),
  route("suppliers/:id/attestations/:attestation.json", file("suppliers/attestation.ts")),
  route("*", file("not-found.tsx")),
];
