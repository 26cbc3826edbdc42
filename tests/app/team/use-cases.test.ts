import { describe, expect, test } from "vitest";
import { type Caller, callers, may } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import { asPerson, calledBy } from "#app/services/context/callers";
import type { UseCase } from "#app/services/context/use-case";
import { roles } from "#terms/roles";
import { testContext } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { settle } from "#tests/support/world";

type Verb = UseCase<never, never, unknown>;

const modules = import.meta.glob<Record<string, unknown>>(
  [
    "../../../app/services/evidence/*.ts",
    "../../../app/services/team/{suppliers,ratings,today,questionnaires,settings,sign-in}/*.ts",
  ],
  { eager: true },
);

function isVerb(value: unknown): value is Verb {
  return typeof value === "function" && "permission" in value && "events" in value;
}

const verbs = new Map(
  Object.values(modules)
    .flatMap((module) => Object.entries(module))
    .flatMap(([name, value]) => (isVerb(value) ? [[name, value] as const] : [])),
);

test("each of these verbs owns its schema, its permission and its events", () => {
  const owned = [...verbs].map(([name, { permission, events }]) => [name, permission, ...events].join(" "));
  expect(owned.sort()).toEqual([
    "addRating ratings.add attestation.rated",
    "checkJoining accounts.open",
    "checkSetup accounts.open",
    "chooseLanguage own-settings.choose",
    "exportSuppliers suppliers.export",
    "invitePerson people.write",
    "join accounts.open user.created user.signed-in",
    "listMails mails.read",
    "listPeople people.read",
    "listQuestionnaires questionnaires.read",
    "listSuppliers suppliers.read",
    "offerSetup program.work",
    "openTeamSession accounts.open",
    "readReference reference.read",
    "setUp accounts.open organisation.created user.created user.signed-in",
    "showAttestation attestations.read",
    "showEvidence attestations.read",
    "showMail mails.read",
    "showQuestionnaire questionnaires.read",
    "showSettings own-settings.choose",
    "showSupplier suppliers.read",
    "showToday suppliers.read",
    "signIn accounts.open user.signed-in",
    "signOut own-session.end user.signed-out",
    "sweepEvidence program.work",
  ]);
});

const ctx = await testContext();
const { organisation } = await settle(ctx.store);

/** What a caller without any route gets from a verb; input that no schema takes shows that the permission is asked first. */
async function outcomeOf(verb: Verb, caller: Caller): Promise<unknown> {
  const role = roles.find((one) => one === caller);
  const called = role
    ? asPerson(ctx, { user: aUser({ org: organisation.id, role }), organisation, language: "en" })
    : calledBy(ctx, { caller, actor: { kind: "system", name: "test" }, language: "en" });
  return Promise.resolve(verb(called as never, undefined as never)).then(
    () => "done",
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );
}

describe.each([...verbs])("%s", (_name, verb) => {
  test.each(callers)("answers a %s as the permission table says", async (caller) => {
    const outcome = await outcomeOf(verb, caller);
    expect(outcome).toBe(may(caller, verb.permission) ? "bad-request" : "not-allowed");
  });
});
