import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { may, type Permission } from "#app/domain/permissions";
import type { RouteConfigEntry } from "#app/router/api/route-table";
import { teamRoutes } from "#app/routes/team/routes";
import type { Organisation } from "#db/records";
import type { Role } from "#terms/roles";
import { sessionOf, type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { launch, type World } from "#tests/support/world";

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;
type RouteModule = { loader?: Handler; action?: Handler; meta?: unknown };
type Access = Permission | "anyone";

const folder = "../../../app/routes/team/";
const modules = import.meta.glob<RouteModule>("../../../app/routes/team/**/*.{ts,tsx}", { eager: true });
const routes = Object.entries(modules)
  .map(([file, module]) => ({ name: file.replace(folder, ""), module }))
  .filter(({ name }) => name !== "routes.ts" && !name.startsWith("requests/"));

/** Who may do what: `GET` the loader, `POST` the action. A route that is not here fails. */
const access: Readonly<Record<string, { GET?: Access; POST?: Access }>> = {
  "layout.tsx": { GET: "suppliers.read" },
  "actions/list.tsx": { GET: "actions.read" },
  "actions/show.tsx": { GET: "actions.read", POST: "actions.write" },
  "actions/new.tsx": { GET: "actions.write", POST: "actions.write" },
  "actions/actions-csv.ts": { GET: "suppliers.export" },
  "sign-in/layout.tsx": {},
  "sign-in/login.tsx": { GET: "anyone", POST: "anyone" },
  "sign-in/logout.ts": { GET: "anyone", POST: "anyone" },
  "sign-in/setup.tsx": { GET: "anyone", POST: "anyone" },
  "sign-in/join.tsx": { GET: "anyone", POST: "anyone" },
  "sign-in/code.tsx": { GET: "anyone", POST: "anyone" },
  "sign-in/forgot.tsx": { GET: "anyone", POST: "anyone" },
  "sign-in/reset.tsx": { GET: "anyone", POST: "anyone" },
  "account/overview.tsx": { GET: "own-account.change", POST: "own-account.change" },
  "account/second-factor.tsx": { GET: "own-account.change", POST: "own-account.change" },
  "people/person.tsx": { GET: "people.read", POST: "people.write" },
  "persons/find.tsx": { GET: "persons.read", POST: "persons.read" },
  "persons/person.tsx": { GET: "persons.read", POST: "persons.erase" },
  "persons/person-json.ts": { GET: "persons.read" },
  "persons/person-csv.ts": { GET: "persons.read" },
  "trail/trail.tsx": { GET: "trail.read" },
  "trail/trail-csv.ts": { GET: "trail.read" },
  "stand-in/questionnaire.tsx": { GET: "attestations.read" },
  "stand-in/answer-for.tsx": { GET: "attestations.stand-in", POST: "attestations.stand-in" },
  "not-found.tsx": { GET: "anyone", POST: "anyone" },
  "today.tsx": { GET: "suppliers.read" },
  "imports/upload.tsx": { GET: "suppliers.import", POST: "suppliers.import" },
  "imports/preview.tsx": { GET: "suppliers.import", POST: "suppliers.import" },
  "imports/refused-csv.ts": { GET: "suppliers.import" },
  "imports/rest-csv.ts": { GET: "suppliers.import" },
  "imports/sample-csv.ts": { GET: "suppliers.import" },
  "suppliers/list.tsx": { GET: "suppliers.read" },
  "table/mark.tsx": { GET: "suppliers.write", POST: "suppliers.write" },
  "table/views.tsx": { GET: "suppliers.read", POST: "suppliers.read" },
  "map/map.tsx": { GET: "suppliers.read" },
  "map/map-csv.ts": { GET: "suppliers.export" },
  "map/map-svg.ts": { GET: "suppliers.read" },
  "map/picture.tsx": { GET: "suppliers.read" },
  "map/picture-csv.ts": { GET: "suppliers.export" },
  "map/picture-svg.ts": { GET: "suppliers.read" },
  "map/map-png.ts": { GET: "suppliers.read" },
  "map/picture-png.ts": { GET: "suppliers.read" },
  "compare/compare.tsx": { GET: "suppliers.read" },
  "compare/compare-csv.ts": { GET: "suppliers.export" },
  "what-if/what-if.tsx": { GET: "rules.try", POST: "rules.try" },
  "what-if/movers-csv.ts": { GET: "rules.try" },
  "rules/list.tsx": { GET: "rules.try", POST: "rules.decide" },
  "rules/draft.tsx": { GET: "rules.try", POST: "rules.try" },
  "rules/show.tsx": { GET: "rules.try", POST: "rules.try" },
  "rules/rate-again.tsx": { GET: "rules.try", POST: "rules.decide" },
  "rules/rerating-csv.ts": { GET: "rules.try" },
  "rules/rerating.tsx": { GET: "rules.try", POST: "rules.decide" },
  "editions/list.tsx": { GET: "editions.add", POST: "editions.add" },
  "editions/preview.tsx": { GET: "editions.add", POST: "editions.add" },
  "editions/sample-csv.ts": { GET: "editions.add" },
  "suppliers/show.tsx": { GET: "suppliers.read", POST: "ratings.add" },
  "suppliers/contact.tsx": { GET: "suppliers.write", POST: "suppliers.write" },
  "documents/rules.tsx": { GET: "documents.rules", POST: "documents.rules" },
  "documents/kept-apart.tsx": { GET: "attestations.read", POST: "documents.release" },
  "documents/kept-apart-file.ts": { GET: "attestations.read", POST: "documents.release" },
  "suppliers/void.tsx": { GET: "attestations.void", POST: "attestations.void" },
  "retention/hold.tsx": { GET: "retention.write", POST: "retention.write" },
  "retention/remove.tsx": { GET: "retention.write", POST: "retention.write" },
  "suppliers/export.ts": { GET: "suppliers.export" },
  "suppliers/export-json.ts": { GET: "suppliers.export" },
  "suppliers/export-workbook.ts": { GET: "suppliers.export" },
  "campaigns/recipients-workbook.ts": { GET: "campaigns.read" },
  "reports/report.tsx": { GET: "suppliers.read" },
  "reports/report-csv.ts": { GET: "suppliers.export" },
  "reports/report-docx.ts": { GET: "suppliers.export" },
  "reports/report-pdf.ts": { GET: "suppliers.export" },
  "reports/brief.ts": { GET: "suppliers.export" },
  "suppliers/evidence.ts": { GET: "attestations.read" },
  "suppliers/attestation.ts": { GET: "attestations.read" },
  "campaigns/list.tsx": { GET: "campaigns.read" },
  "campaigns/show.tsx": { GET: "campaigns.read", POST: "campaigns.write" },
  "campaigns/recipients-csv.ts": { GET: "campaigns.read" },
  "drafts/new.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "drafts/questionnaire.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "drafts/recipients.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "drafts/message.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "drafts/message-html.ts": { GET: "campaigns.write" },
  "drafts/due.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "drafts/launch.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "campaigns/results.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "campaigns/reminders.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "campaigns/close.tsx": { GET: "campaigns.write", POST: "campaigns.write" },
  "campaigns/invitation.tsx": { GET: "campaigns.read", POST: "campaigns.write" },
  "help/list.tsx": { GET: "help.read" },
  "returns/list.tsx": { GET: "attestations.return" },
  "returns/returned.tsx": { GET: "attestations.return", POST: "attestations.return" },
  "returns/question.tsx": { GET: "attestations.return", POST: "attestations.return" },
  "help/thread.tsx": { GET: "help.read", POST: "help.answer" },
  "reviews/list.tsx": { GET: "reviews.read" },
  "reviews/rules.tsx": { GET: "reviews.read", POST: "reviews.rules" },
  "reviews/show.tsx": { GET: "reviews.read", POST: "reviews.decide" },
  "questionnaires/list.tsx": { GET: "questionnaires.read" },
  "questionnaires/show.tsx": { GET: "questionnaires.read" },
  "settings/overview.tsx": { GET: "suppliers.read", POST: "suppliers.read" },
  "settings/reference.tsx": { GET: "reference.read" },
  "settings/mail.tsx": { GET: "mails.read", POST: "mails.test" },
  "settings/received.tsx": { GET: "mails.read", POST: "mails.receive" },
  "settings/mail-message.tsx": { GET: "mails.read" },
  "settings/mail-html.ts": { GET: "mails.read" },
  "settings/retention.tsx": { GET: "retention.read", POST: "retention.write" },
  "settings/api.tsx": { GET: "api-keys.manage", POST: "api-keys.manage" },
  "settings/people.tsx": { GET: "people.read", POST: "people.write" },
};

const roles: readonly Role[] = ["admin", "buyer", "analyst", "viewer"];
const methods = ["GET", "POST"] as const;
const cases = routes.flatMap(({ name, module }) =>
  methods.flatMap((method) => {
    const handler = method === "GET" ? module.loader : module.action;
    return handler ? [{ name, method, handler, needs: access[name]?.[method] }] : [];
  }),
);
const guarded = cases.filter(({ needs }) => needs !== "anyone");

let ctx: TestContext;
let own: World;
let other: World;
const sessions = new Map<Role, string>();

async function addPerson(organisation: Organisation, role: Role): Promise<string> {
  const user = aUser({ org: organisation.id, role });
  await ctx.store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
  return sessionOf(ctx, user);
}

beforeAll(async () => {
  ctx = await testContext();
  own = await launch(ctx.store);
  other = await launch(ctx.store);
  for (const role of roles) sessions.set(role, await addPerson(own.organisation, role));
});

/** The ids of things in a world, by the name and place a route takes them. */
function paramsFor(name: string, world: World): Record<string, string> {
  const { campaign, recipient } = world;
  const id =
    name.startsWith("suppliers/") || name === "reports/brief.ts" || name.startsWith("documents/kept-apart")
      ? recipient.supplier.id
      : name.startsWith("settings/")
        ? recipient.mail.id
        : name.startsWith("people/")
          ? world.admin.id
          : campaign.id;
  const questionnaire: Record<string, string> = name.startsWith("questionnaires/")
    ? { id: "forced-labour", version: "1" }
    : { id };
  return {
    ...questionnaire,
    invitation: recipient.invitation.id,
    attestation: recipient.attestation.id,
    contact: recipient.contact.id,
    evidence: "evidence-of-nobody",
    question: "E1",
    upload: "0".repeat(64),
  };
}

/** What every form that names a thing can be sent with, so that it is the thing that is refused and not the form. */
const form = {
  name: "Autumn",
  version: "forced-labour@1",
  mode: "all",
  links: "30",
  "reason-en": "Because",
  reason: "They told me by telephone",
  answer: "Every site",
  comment: "Who keeps them?",
  question: "G1",
  results: "shared",
  reminders: "off",
  role: "viewer",
};

/** The HTTP status of what a handler returns or throws. */
/** What forms say of their button where their pages have no usual one, or one that asks for more. */
const buttons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "campaigns/invitation.tsx": { intent: "resend" },
  "returns/returned.tsx": { do: "take-off" },
};
const buttonOf = (handler: Handler) => buttons[cases.find((one) => one.handler === handler)?.name ?? ""] ?? {};

async function statusOf(
  handler: Handler,
  method: "GET" | "POST",
  params: Record<string, string>,
  session?: string,
): Promise<number> {
  const request = new Request("https://avow.example/somewhere", {
    method,
    headers: session ? { cookie: `__Host-avow_team=${session}` } : {},
    ...(method === "POST" && { body: new URLSearchParams({ ...form, ...buttonOf(handler) }) }),
  });
  const args = { request, params, context: { context: ctx, cspNonce: "", address: "192.0.2.1" } };
  const answer: unknown = await handler(args).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer.status;
  if (answer instanceof Error) throw answer;
  const init =
    typeof answer === "object" && answer !== null && "init" in answer ? (answer.init as ResponseInit | null) : null;
  return init?.status ?? 200;
}

test("every team route says who may use it", () => {
  expect(routes.map(({ name }) => name).filter((name) => !access[name])).toEqual([]);
  expect(cases.filter(({ needs }) => needs === undefined).map(({ name, method }) => `${method} ${name}`)).toEqual([]);
});

test("who may use what is said of routes that there are", () => {
  const there = new Set(routes.map(({ name }) => name));
  expect(Object.keys(access).filter((name) => !there.has(name))).toEqual([]);
});

/** The files that the table of routes names, layouts with what stands in them. */
function filesOf(entries: readonly RouteConfigEntry[]): readonly string[] {
  return entries.flatMap(({ file, children = [] }) => [file.replace("../routes/team/", ""), ...filesOf(children)]);
}

test("every file of a page has its address", () => {
  expect(routes.map(({ name }) => name).sort()).toEqual([...filesOf(teamRoutes)].sort());
});

test("every page has a title of its own", () => {
  const pages = routes.filter(({ name }) => name.endsWith(".tsx") && !name.endsWith("layout.tsx"));
  expect(pages.filter(({ module }) => !module.meta).map(({ name }) => name)).toEqual([]);
});

describe("nobody who is not signed in", () => {
  test.each(guarded)("gets anything from $method $name", async ({ name, method, handler }) => {
    expect(await statusOf(handler, method, paramsFor(name, own))).toBe(method === "GET" ? 302 : 401);
    expect(await statusOf(handler, method, paramsFor(name, own), "x".repeat(43))).toBe(method === "GET" ? 302 : 401);
  });
});

describe.each(roles)("a %s", (role) => {
  test.each(guarded)(
    "gets from $method $name what the role allows, and no more",
    async ({ name, method, handler, needs }) => {
      if (needs === undefined || needs === "anyone") throw new Error("every guarded route needs a permission");
      const status = await statusOf(handler, method, paramsFor(name, own), sessions.get(role));
      if (may(role, needs)) expect([401, 403, 302]).not.toContain(status);
      else expect(status).toBe(403);
    },
  );
});

const withIds = guarded.filter(({ name }) =>
  /^(campaigns\/(?!list)|drafts\/(?!new)|suppliers\/(show|attestation|evidence)|settings\/mail-|people\/|stand-in\/|imports\/preview|imports\/refused|returns\/(?!list))/.test(
    name,
  ),
);

describe("what belongs to another organisation", () => {
  test.each(withIds)("is not there for $method $name", async ({ name, method, handler }) => {
    expect(await statusOf(handler, method, paramsFor(name, other), sessions.get("admin"))).toBe(404);
  });

  test("is not reached through a campaign of one's own either", async () => {
    const route = cases.find(({ name, method }) => name === "campaigns/invitation.tsx" && method === "POST");
    if (!route) throw new Error("the route is gone");
    const params = { id: own.campaign.id, invitation: other.recipient.invitation.id };
    expect(await statusOf(route.handler, "POST", params, sessions.get("admin"))).toBe(404);
  });
});

describe("a session", () => {
  const today = cases.find(({ name }) => name === "today.tsx");
  const begun = async () => {
    const late = await testContext();
    const { organisation, admin } = await launch(late.store);
    ctx = late;
    const session = await sessionOf(late, { org: organisation.id, id: admin.id, name: admin.name });
    if (!today) throw new Error("the route is gone");
    return { late, open: () => statusOf(today.handler, "GET", {}, session) };
  };

  test("ends after twelve hours, however much it is used", async () => {
    const { late, open } = await begun();
    for (let hour = 0; hour < 11; hour += 1) {
      late.later(1);
      expect(await open()).toBe(200);
    }
    late.later(0.9);
    expect(await open()).toBe(200);
    late.later(0.2);
    expect(await open()).toBe(302);
  });

  test("ends after two hours without use", async () => {
    const { late, open } = await begun();
    late.later(1.9);
    expect(await open()).toBe(200);
    late.later(1.9);
    expect(await open()).toBe(200);
    late.later(2.1);
    expect(await open()).toBe(302);
  });
});
