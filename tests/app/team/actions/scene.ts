import { openAction } from "#app/services/actions/steps/open-action";
import type { TeamContext } from "#app/services/context/contexts";
import type { User } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import { openQuestions } from "#questionnaires/walk";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";

export type ActionScene = {
  readonly ctx: TestContext;
  readonly invited: Invited;
  /** An administrator of the buyer. */
  readonly team: TeamContext;
  readonly supplier: ReturnType<typeof asSupplier>;
  /** An action about a red flag of the newest rating, as opened. */
  open(from: string, due: string): Promise<string>;
  versionOf(id: string): Promise<number>;
  ratings(): ReturnType<TestContext["store"]["ratings"]["history"]>;
};

/** What raises the score of the supplier: partners that were not asked. */
export const faulty: Answers = {
  E3: { value: { answer: "no-not-asked" } },
};

/** A supplier that signed answers with gaps, and whoever of its buyer follows them. */
export async function actionScene(answers: Answers = faulty): Promise<ActionScene> {
  const ctx = await testContext();
  const invited = await invite(ctx);
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  await supplier.answers(answers);
  for (let left = openQuestions((await supplier.open()).session.walk); left.length > 0; ) {
    await supplier.answers(Object.fromEntries(left.map(({ id }) => [id, { unsure: "dk" }])));
    left = openQuestions((await supplier.open()).session.walk);
  }
  const sent = await supplier.submits();
  if (sent.kind !== "submitted") throw new Error(`not signed: ${sent.kind}`);
  const [user] = await ctx.store.users.list(invited.organisation.id);
  const team = asPerson(ctx, { user: user as User, organisation: invited.organisation });
  const org = invited.organisation.id;
  return {
    ctx,
    invited,
    team,
    supplier,
    async open(from, due) {
      const said = { gap: "Partners were not asked", cause: "", step: "Ask them all", owner: team.user.id, due };
      const done = await openAction.submit(team, { supplier: invited.supplier.id, from, northKorea: "", ...said });
      if ("faults" in done) throw new Error(JSON.stringify(done.faults));
      return done.done.id;
    },
    async versionOf(id) {
      return (await ctx.store.actions.get(org, id))?.version ?? 0;
    },
    ratings: () => ctx.store.ratings.history(org, invited.supplier.id),
  };
}
