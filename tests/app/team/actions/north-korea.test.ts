import { describe, expect, test } from "vitest";
import { exportActions } from "#app/services/actions/pages/export-actions";
import { listActions } from "#app/services/actions/pages/list-actions";
import { showAction } from "#app/services/actions/pages/show-action";
import { showNewAction } from "#app/services/actions/pages/show-new-action";
import { openAction } from "#app/services/actions/steps/open-action";
import { agreeAction, askAction } from "#app/services/actions/steps/take-step";
import { proveAction } from "#app/services/supplier/actions/prove-action";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";
import { actionViews } from "#terms/actions/action-views";
import { asPerson } from "#tests/support/context";
import { codeOf } from "#tests/support/team";
import { type ActionScene, actionScene } from "./scene";

/** Late pay, and a partner that was not asked about North Korean labour: one action about each. */
async function scene() {
  const made = await actionScene({
    E3: { value: { answer: "no-not-asked" } },
    H3: { value: { answer: "late" } },
  });
  const user = { ...made.team.user, readsNorthKorea: true };
  const seeing = { ...made, team: asPerson(made.ctx, { user, organisation: made.invited.organisation }) };
  const others = { ...user, readsNorthKorea: false };
  const blind = asPerson(made.ctx, { user: others, organisation: made.invited.organisation });
  return {
    made: seeing,
    blind,
    korean: await open(seeing, "E3.partners-not-asked"),
    pay: await open(seeing, "H3.pay-late"),
  };
}

async function open({ team, invited }: ActionScene, rule: string): Promise<string> {
  const said = { gap: rule, cause: "", step: "Mend it", owner: "", due: "2026-04-01", northKorea: "" };
  const done = await openAction.submit(team, { supplier: invited.supplier.id, from: `flag.${rule}`, ...said });
  if ("faults" in done) throw new Error(JSON.stringify(done.faults));
  return done.done.id;
}

describe("somebody without the right to see answers on North Korean labour", () => {
  test("finds, counts, opens and takes away no action about it, and sees no points", async () => {
    const { made, blind, korean, pay } = await scene();
    const all = await listActions(made.team, { view: "open", shape: "table", page: 1 });
    expect(all.groups.flatMap(({ lines }) => lines).map(({ id }) => id)).toEqual(expect.arrayContaining([korean, pay]));
    for (const view of actionViews) {
      const { groups, views, all: counted } = await listActions(blind, { view, shape: "table", page: 1 });
      const lines = groups.flatMap((group) => group.lines);
      expect(lines.every(({ id, effect }) => id === pay && effect === undefined)).toBe(true);
      expect(views.some(({ id }) => id === "north-korea")).toBe(false);
      expect([counted, views[0]?.count]).toEqual([1, 1]);
    }
    expect(await codeOf(showAction(blind, { id: korean }))).toBe("not-found");
    expect(await codeOf(agreeAction(blind, { id: korean, version: 1, text: "" }))).toBe("not-found");
    expect((await showAction(blind, { id: pay })).effect).toBeUndefined();
    const { groups } = await showNewAction(blind, { supplier: made.invited.supplier.id });
    expect(JSON.stringify(groups)).not.toMatch(/E3|points|if accepted/);
    let csv = "";
    for await (const line of (await exportActions(blind, { view: "open", shape: "table", page: 1 })).lines) csv += line;
    expect(csv).toContain(pay);
    expect(csv).not.toMatch(new RegExp(`${korean}|1\\.04`));
  });

  test("reads no proof of it either", async () => {
    const { made, blind, korean } = await scene();
    await askAction(made.team, { id: korean, version: 1, text: "" });
    const bytes = (async function* () {
      yield Buffer.from("%PDF-1.7 replies");
    })();
    const sent = await proveAction(await made.supplier.open(), { action: korean, name: "replies.pdf", bytes });
    if (sent.kind !== "added") throw new Error(sent.kind);
    const asked = { supplier: made.invited.supplier.id, evidence: sent.evidence.id };
    expect((await downloadEvidence(made.team, asked)).name).toBe("replies.pdf");
    expect(await codeOf(downloadEvidence(blind, asked))).toBe("not-found");
  });
});
