import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults } from "#app/services/context/faults";
import { confirmImport } from "#app/services/team/imports/jobs/confirm-import";
import { findImport } from "#app/services/team/imports/jobs/find-import";
import { uploadList } from "#app/services/team/imports/upload-list";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { asPerson, type TestContext, testContext } from "./context";
import { doJobs } from "./jobs";
import { createOrganisation } from "./world";

/** What came of a use case, where nothing can be wrong with what was typed. */
export function expectNoFaults<T>(outcome: T | Faults): T {
  if (outcome instanceof Faults) throw new Error(`nothing is wrong here: ${JSON.stringify(outcome.faults)}`);
  return outcome;
}

/** Hands a list in; returns the name of the upload. */
export const uploadSupplierList = async (team: TeamContext, text: string) =>
  expectNoFaults(await uploadList(team, { file: new TextEncoder().encode(text) }));

/** Launches a draft and invites everybody. */
export async function launch(team: TeamContext, campaign: string, links: 0 | 30 = 30): Promise<number> {
  const invitations = expectNoFaults(await beginLaunch(team, { campaign, links }));
  await doJobs(team);
  return invitations;
}

/** An organisation with its administrator at work. */
export async function teamWithAdmin(): Promise<{ ctx: TestContext; team: TeamContext }> {
  const ctx = await testContext();
  const { organisation, admin } = await createOrganisation(ctx.store);
  return { ctx, team: asPerson(ctx, { organisation, user: admin }) };
}

/** Hands a list in and confirms it as it stands. */
export async function importSupplierList(team: TeamContext, list: string) {
  const upload = await uploadSupplierList(team, list);
  await confirmImport(team, { upload });
  await doJobs(team, ["suppliers.import"]);
  const imported = await findImport(team, { upload });
  if (imported?.state !== "done") throw new Error("the import has not ended");
  return imported.counts;
}

/** The code of the Problem that some work ends with. */
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was wrong",
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );
