import { passwords } from "#app/adapters/passwords.server";
import { asSystem } from "#app/services/context/callers";
import type { Finding } from "#app/services/installation/verify/findings";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { showReview } from "#app/services/team/reviews/show-review";
import type { User } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import type { Role } from "#terms/roles";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { anEvent, aUser } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";

export type ReviewScene = Awaited<ReturnType<typeof aReviewScene>>;

/** Two floors of Critical, by H1 and G5, and one of High, by G1. */
export const held: Answers = {
  H1: { value: { answer: ["leader-or-state"] } },
  G5: { value: { answer: "yes-open" } },
  G1: { value: { answer: "employer-other" } },
};

/** A supplier who answered these, attached a file to each of these questions, and signed; with people of the team who really are there. */
export async function aReviewScene(answers: Answers = held, documented: readonly string[] = ["H1", "K1"]) {
  const ctx: TestContext = await testContext();
  const invited: Invited = await invite(ctx);
  const org = invited.organisation.id;
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  await supplier.answers(answers);
  await supplier.answersAll();
  await supplier.answers(answers);
  const key = { org, attestation: invited.attestation };
  const files = documented.map((question) => aDocument({ question, name: `${question}.pdf` }));
  for (const evidence of files)
    await ctx.store.evidence.add({ ...key, evidence, limits: roomyLimits, audit: anEvent() });
  const outcome = await supplier.submits();
  if (outcome.kind !== "submitted") throw new Error(`not signed: ${outcome.kind}`);
  const add = async (name: string, role: Role, readsNorthKorea = true): Promise<User> => {
    const user = aUser({ org, name, role, readsNorthKorea });
    await ctx.store.users.add({ user, passwordHash: await hash(), audit: anEvent() });
    return user;
  };
  const people = {
    hana: await add("Hana Weber", "analyst"),
    ines: await add("Inês Duarte", "analyst"),
    buyer: await add("Bo Yer", "buyer"),
    /** An analyst who does not see answers on North Korean labour. */
    blind: await add("Omar Haddad", "analyst", false),
  };
  const as = (user: User) => asPerson(ctx, { user, organisation: invited.organisation });
  return {
    ...{ ctx, org, invited, people, as },
    attestation: invited.attestation,
    files: { floor: files[0]?.id ?? "", control: files[1]?.id ?? "" },
    latest: async () => {
      const found = await ctx.store.ratings.latest(org, invited.supplier.id);
      if (!found) throw new Error("it was rated");
      return found;
    },
    history: () => ctx.store.ratings.history(org, invited.supplier.id),
    review: async () => {
      const found = await ctx.store.reviews.get(org, invited.attestation);
      if (!found) throw new Error("it is reviewed");
      return found;
    },
    page: (user: User, question?: string) =>
      showReview(as(user), { attestation: invited.attestation, question, view: "all", sort: "due" }),
    actions: async () =>
      (await ctx.store.audit.trail(org, { subjects: [invited.attestation], most: 20 })).map(({ action }) => action),
    verified: async () => {
      const findings: Finding[] = [];
      await verifyRecord(asSystem(ctx, "verify"), { found: (finding) => findings.push(finding) });
      // Documents of the scene are on record and on no disk.
      return findings.filter(({ kind }) => kind !== "document");
    },
  };
}

let hashed: Promise<string> | undefined;
function hash(): Promise<string> {
  hashed ??= passwords.hash("seven small blue boats");
  return hashed;
}
