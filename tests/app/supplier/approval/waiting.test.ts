import { beforeEach, describe, expect, test } from "vitest";
import { writeMail } from "#app/services/mails/write-mail";
import { returnApproval, withdrawApproval } from "#app/services/supplier/approval/end-approval";
import { renewApproval } from "#app/services/supplier/approval/renew-approval";
import { showWaiting } from "#app/services/supplier/approval/show-waiting";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { replaceLink } from "#app/services/team/invitations/replace-link";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { asSupplier, form } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";
import { approvalScene, second } from "./scene";

type Scene = Awaited<ReturnType<typeof approvalScene>>;

let scene: Scene;
beforeEach(async () => {
  scene = await approvalScene();
});
const tasks = async () => showTasks(await scene.supplier.open(), {});

describe("the list of sections", () => {
  test("says of a signature that waits who has it, since when, and the way out, and nothing before and after", async () => {
    expect(await tasks()).toMatchObject({ title: "All answered. Not sent yet.", approval: undefined });
    await scene.signs();
    const waiting = await tasks();
    expect(waiting).toMatchObject({
      title: "Waiting for the approval of Mia Chen",
      approval: {
        text: expect.stringMatching(/^Rita Alves signed on .+ If an answer changes meanwhile, sign again\.$/),
        way: { label: "Send the link again, or take it back", href: expect.stringMatching(/\/sign$/) },
      },
    });
    await withdrawApproval(await scene.supplier.open(), {});
    expect(await tasks()).toMatchObject({ title: "All answered. Not sent yet.", approval: undefined });
  });

  test("says to a colleague that it waits, without a way that is not theirs", async () => {
    await scene.ask({ section: ["E"] });
    await scene.signs();
    const { title, approval } = await showTasks(await (await scene.opened())(), {});
    expect(title).toBe("Waiting for the approval of Mia Chen");
    expect(approval).not.toHaveProperty("way");
    await returnApproval(await (await scene.approver())(), { fields: form({ reason: "F2 is wrong" }) });
    expect((await showTasks(await (await scene.opened())(), {})).approval).toEqual({ text: expect.any(String) });
    expect((await tasks()).approval).toMatchObject({ reason: "F2 is wrong", text: expect.stringMatching(/returned/) });
  });

  test("says why an approval came to nothing", async () => {
    await scene.signs();
    await scene.changes();
    const { title, approval } = await tasks();
    expect(title).toBe("All answered. Not sent yet.");
    expect(approval?.text).toMatch(/changed after Rita Alves had signed/);
  });
});

describe("the link of whoever approves", () => {
  test("is sent again: the old one ends, and the new one approves", async () => {
    await scene.signs();
    const before = { token: await scene.approverToken(), open: await scene.approver() };
    const shown = await showWaiting(await scene.supplier.open(), {});
    const generation = shown?.generation ?? 0;
    expect(await renewApproval(await scene.supplier.open(), { generation })).toBe("renewed");
    // The same button once more.
    expect(await renewApproval(await scene.supplier.open(), { generation })).toBe("gone");
    expect(await showColleagueLanding(scene.visitor, { token: before.token })).toBeUndefined();
    expect(await codeOf(before.open())).toBe("session-missing");
    const mails = await scene.mails("approval");
    expect(mails.map(({ to }) => to)).toEqual([second["approval.email"], second["approval.email"]]);
    const queued = mails.filter(({ state }) => state === "queued");
    expect(queued).toHaveLength(1);
    const written = queued[0] && (await writeMail(scene.ctx, queued[0]));
    expect(written?.text).toContain(await scene.approverToken());
    expect((await scene.events()).filter(({ action }) => action === "colleague.renewed")).toHaveLength(1);
    expect(await scene.approves(await scene.approver())).toMatchObject({ kind: "submitted" });
    expect(await renewApproval(await scene.supplier.open(), { generation: generation + 1 })).toBe("gone");
  });

  test("is told of where it ended with the supplier's own link, and made anew", async () => {
    await scene.signs();
    expect((await tasks()).approval).not.toHaveProperty("over");
    const { organisation } = scene.invited;
    const { invitation } = (await scene.supplier.open()).session.file;
    const team = asPerson(scene.ctx, { organisation, user: aUser({ org: organisation.id }) });
    await replaceLink(team, { campaign: invitation.campaign, invitation: invitation.id });
    const { open } = asSupplier(scene.ctx, scene.ctx.links.tokenFor(invitation.id, invitation.generation + 1));
    const told = { over: "The link of Mia Chen opens nothing any more. Send a new one." };
    expect((await showTasks(await open(), {})).approval).toMatchObject(told);
    expect(await showWaiting(await open(), {})).toMatchObject({ ...told, generation: 1 });
    expect(await renewApproval(await open(), { generation: 1 })).toBe("renewed");
    expect((await showTasks(await open(), {})).approval).not.toHaveProperty("over");
    expect(await scene.approves(await scene.approver())).toMatchObject({ kind: "submitted" });
  });

  test("is no matter of whoever approves", async () => {
    await scene.signs();
    const self = await (await scene.approver())();
    expect(await codeOf(renewApproval(self, { generation: 1 }))).toBe("not-allowed");
  });
});

test("the name of whoever approved stands in the receipt mail and on the team's page of the supplier", async () => {
  await scene.signs();
  await scene.approves(await scene.approver());
  const [receipt] = await scene.mails("receipt");
  const written = receipt && (await writeMail(scene.ctx, receipt));
  expect(written?.text).toMatch(/Approved by:?\s+Mia Chen/);
  const { organisation, supplier } = scene.invited;
  const team = asPerson(scene.ctx, { organisation, user: aUser({ org: organisation.id }) });
  expect(await showSupplier(team, { id: supplier.id })).toMatchObject({
    rated: { signed: { name: "Rita Alves", approver: "Mia Chen" } },
  });
});
