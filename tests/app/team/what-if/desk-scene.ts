import type { TeamContext } from "#app/services/context/contexts";
import { readTrialAsked } from "#app/services/what-if/trial-asked";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { askAgain, asSupplier, type Invited, invite } from "#tests/support/supplier";
import { addSuppliers } from "#tests/support/world";

export type DeskScene = {
  readonly ctx: TestContext;
  readonly org: string;
  /** Of China and of Vietnam, both signed the same. */
  readonly firms: readonly [Invited, Invited];
  person(role: "analyst" | "admin"): Promise<TeamContext>;
};

/** An organisation with two suppliers that signed, of two countries. */
export async function aDeskScene(): Promise<DeskScene> {
  const ctx = await testContext();
  const first = await invite(ctx, { supplier: { country: "CN", name: "=Firm" } });
  const { organisation } = first;
  const org = organisation.id;
  const [added] = await addSuppliers(ctx.store, org, [{ country: "VN", name: "Other firm" }], { language: "en" });
  if (!added) throw new Error("no supplier was added");
  const second = await askAgain(ctx, { organisation, ...added });
  for (const { token } of [first, second]) {
    const session = asSupplier(ctx, token);
    await session.answersAll();
    if ((await session.submits()).kind !== "submitted") throw new Error("It was not signed");
  }
  async function person(role: "analyst" | "admin"): Promise<TeamContext> {
    const user = aUser({ org, role });
    await ctx.store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
    return asPerson(ctx, { user, organisation });
  }
  return { ctx, org, firms: [first, second], person };
}

/** What an address asks to be tried. */
export const asked = (query: string) => readTrialAsked(new URLSearchParams(query));

/** Whoever may not see answers on North Korean labour, and may do all else. */
export function blinded(person: TeamContext): TeamContext {
  const { may } = person;
  return { ...person, may: (what) => what !== "north-korea.read" && may(what) };
}

/** Bands so low that everybody is critical, whatever the score. */
export const lowest = "rules=standard-2026.1&dial.bands.medium=1&dial.bands.high=2&dial.bands.critical=3";

export async function textOf({ lines }: { lines: Iterable<string> | AsyncIterable<string> }): Promise<string> {
  let text = "";
  for await (const line of lines) text += line;
  return text;
}
