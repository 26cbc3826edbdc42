import { describe, expect, test } from "vitest";
import type { Mailer } from "#app/mail/message";
import { remindSuppliers } from "#app/services/actions/daily/remind-suppliers";
import { showAction } from "#app/services/actions/pages/show-action";
import { agreeAction, askAction, finishAction, returnProof } from "#app/services/actions/steps/take-step";
import { asSystem } from "#app/services/context/callers";
import { writeMail } from "#app/services/mails/write-mail";
import { answerAction } from "#app/services/supplier/actions/answer-action";
import { proveAction } from "#app/services/supplier/actions/prove-action";
import { showAskedAction } from "#app/services/supplier/actions/show-action";
import { showAskedActions } from "#app/services/supplier/actions/show-actions";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { type ActionScene, actionScene } from "#tests/app/team/actions/scene";
import { form } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

const { signal } = new AbortController();
const mailer = { send: async () => {} } as unknown as Mailer;

/** A scene in which mails leave, and an action that the supplier was asked about. */
async function asked(due = "2026-04-20") {
  const made = await actionScene();
  const scene: ActionScene = { ...made, ctx: { ...made.ctx, mailer }, team: { ...made.team, mailer } };
  const id = await scene.open("flag.E3.partners-not-asked", due);
  await step(scene, askAction, id);
  return { scene, id };
}

async function step(scene: ActionScene, take: typeof askAction | typeof returnProof, id: string, text = "") {
  await take(scene.team, { id, version: await scene.versionOf(id), text });
}

async function mailsOf({ ctx, invited }: ActionScene) {
  const { organisation, invitation } = invited;
  const all = await ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 99 });
  return all.filter(({ kind }) => kind === "actions" || kind === "actions-due");
}

const said = form({ ownStep: "We ask them all", responsible: "Purchasing", ownDue: "2026-04-01", progress: "begun" });

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function proves({ supplier }: ActionScene, id: string, text = "replies") {
  const bytes = bytesOf(`%PDF-1.7 ${text}`);
  return proveAction(await supplier.open(), { action: id, name: "replies.pdf", bytes });
}

describe("what is asked after the signature", () => {
  test("is what the link leads to, and only what was asked is seen", async () => {
    const scene = await actionScene();
    const id = await scene.open("flag.E3.partners-not-asked", "2026-04-20");
    const { token } = scene.invited;
    expect((await showAskedActions(await scene.supplier.open(), {})).lines).toEqual([]);
    expect(await codeOf(showAskedAction(await scene.supplier.open(), { action: id }))).toBe("not-found");
    expect((await showLanding(scene.supplier.visitor, { token })).asked).toBeUndefined();
    expect((await startAttestation(scene.supplier.visitor, { token })).first).toBeUndefined();
    await step(scene, askAction, id);
    expect((await showLanding(scene.supplier.visitor, { token })).asked).toContain("asks you to put something right");
    expect((await startAttestation(scene.supplier.visitor, { token })).first).toBe("actions");
    expect((await showReceipt(await scene.supplier.open(), {})).actions).toMatch(/\/actions$/);
    const { lines, harm } = await showAskedActions(await scene.supplier.open(), {});
    expect(lines).toMatchObject([{ gap: "Partners were not asked", due: "Due on 20 Apr 2026", isLate: false }]);
    expect(harm).toBe(true);
  });

  test("comes by mail with the link, and nothing of the gap stands in it", async () => {
    const { scene } = await asked();
    const [mail] = await mailsOf(scene);
    if (!mail) throw new Error("nobody was told");
    const written = await writeMail(scene.ctx, mail);
    expect(written.text).toContain(scene.invited.token);
    expect(written.text).toContain("20 Apr 2026");
    expect(written.text).not.toMatch(/Partners|E3|Korea/);
  });

  test("is answered, kept once however often it is sent, and at work once the plan is agreed", async () => {
    const { scene, id } = await asked();
    const answer = async (fields = said) => answerAction(await scene.supplier.open(), { action: id, fields });
    expect(await answer(form({ ownStep: " ", ownDue: "soon", progress: "quite" }))).toEqual({
      kind: "errors",
      errors: ["blank", "day", "progress"],
    });
    expect(await answer()).toEqual({ kind: "kept" });
    const version = await scene.versionOf(id);
    expect(await answer()).toEqual({ kind: "kept" });
    const commented = form({ ...Object.fromEntries(said), comment: "Two are closed" });
    await answer(commented);
    await answer(commented);
    expect(await scene.versionOf(id)).toBe(version + 1);
    await step(scene, agreeAction, id);
    await answer(form({ ...Object.fromEntries(said), progress: "half" }));
    const shown = await showAction(scene.team, { id });
    expect(shown).toMatchObject({ state: "working", says: { ownStep: "We ask them all", progress: "half" } });
    const { said: written } = await showAskedAction(await scene.supplier.open(), { action: id });
    expect(written).toEqual([{ by: "You, on Monday 2 March 2026", text: "Two are closed" }]);
  });

  test("is proven by documents with the checks of all others, given back with a reason, and over once it is done", async () => {
    const { scene, id } = await asked();
    await step(scene, agreeAction, id);
    const bytes = bytesOf("MZ no document");
    const program = await proveAction(await scene.supplier.open(), { action: id, name: "proof.pdf", bytes });
    expect(program).toEqual({ kind: "refused", why: "program" });
    expect(await proves(scene, id)).toMatchObject({ kind: "added" });
    expect(await proves(scene, id)).toMatchObject({ kind: "added", again: true });
    const proven = await showAction(scene.team, { id });
    expect(proven).toMatchObject({ state: "proven", files: [{ name: "replies.pdf" }] });
    await step(scene, returnProof, id, "One is missing");
    expect((await mailsOf(scene)).map(({ kind }) => kind)).toEqual(["actions", "actions"]);
    expect((await showAskedAction(await scene.supplier.open(), { action: id })).said[0]?.text).toBe("One is missing");
    await step(scene, finishAction, id);
    expect(await codeOf(proves(scene, id, "late"))).toBe("changed-meanwhile");
    const again = answerAction(await scene.supplier.open(), { action: id, fields: said });
    expect(await codeOf(again)).toBe("changed-meanwhile");
    // What proves an action is no document of what was signed.
    expect(JSON.stringify((await scene.supplier.open()).session.file.evidence)).not.toContain("replies");
  });

  test("is reminded of on five days and no others, and no more once it is proven", async () => {
    const { scene } = await asked();
    const days: string[] = [];
    for (let day = 0; day < 80; day += 1) {
      scene.ctx.later(24);
      const reminded = await remindSuppliers(asSystem(scene.ctx, "actions"), { signal });
      if (reminded > 0) days.push(scene.ctx.clock.now().toISOString().slice(5, 10));
    }
    expect(days).toEqual(["04-06", "04-17", "04-21", "04-27", "05-04"]);
    expect(await mailsOf(scene)).toHaveLength(6);
    const other = await asked();
    await step(other.scene, agreeAction, other.id);
    await proves(other.scene, other.id);
    other.scene.ctx.later(24 * 60);
    expect(await remindSuppliers(asSystem(other.scene.ctx, "actions"), { signal })).toBe(0);
  });
});
