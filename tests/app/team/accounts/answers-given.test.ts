import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { lookAtQuestionnaire } from "#app/services/stand-in/look-at-questionnaire";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import type { Action } from "#db/audit";
import type { AttestationDetails } from "#db/records";
import { asPerson } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { type SignedRecord, signedRecord, tamper } from "#tests/support/signed-record";
import { codeOf } from "#tests/support/team";

const standIn = { user: "bo", name: "Bo Lim" };

let dataDir = "";
let record: SignedRecord;
let file: AttestationDetails;
let team: TeamContext;

/** What was signed with two answers that somebody of the buyer gave: as they are, by a person of the team. */
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "avow-given-"));
  record = await signedRecord(dataDir, async ({ store, clock }, { organisation: { id: org }, attestation }) => {
    const kept = await store.attestations.history(org, attestation);
    for (const question of ["A2", "E1"]) {
      const newest = kept.filter((one) => one.question === question).at(-1);
      if (!newest) throw new Error(`${question} is not answered`);
      const { revision: basedOn, answer } = newest;
      const change = { org, attestation, question, basedOn, answer, at: clock.now(), standIn };
      await store.attestations.saveAnswer({ ...change, audit: anEvent() });
    }
    const found = await store.attestations.get(org, attestation);
    if (!found) throw new Error("the attestation is gone");
    file = found;
  });
  const user = aUser({ org: file.organisation.id, role: "analyst" });
  team = asPerson(record.ctx, { user, organisation: file.organisation });
  return () => record.ctx.store.close();
});

/** Who is said to have given which answers: on the receipt, in the print, and on both pages of the team. */
async function said() {
  const visitor = asVisitor(record.ctx, "en");
  const token = record.ctx.links.tokenFor(file.invitation.id, 1);
  const { sessionToken } = await startAttestation(visitor, { token });
  const supplier = await openSupplierSession(visitor, { attestation: record.attestation, sessionToken });
  const printed = await showAnswers(supplier, {});
  const asked = { campaign: file.campaign.id, invitation: file.invitation.id, byLink: false };
  const read = (await lookAtQuestionnaire(team, asked)).sections.flatMap(({ answers }) => answers);
  const { rated } = await showSupplier(team, { id: file.supplier.id });
  const shown = rated && "answers" in rated ? (rated.answers ?? []).flatMap(({ lines }) => lines) : [];
  return {
    receipt: (await showReceipt(supplier, {})).given,
    signed: printed.signed?.given,
    printed: printed.sections.flatMap(({ questions }) =>
      questions.flatMap(({ code, given }) => (given ? [[code, given]] : [])),
    ),
    read: read.flatMap(({ code, givenBy }) => (givenBy ? [[code, givenBy]] : [])),
    shown: shown.flatMap(({ code, givenBy }) => (givenBy ? [[code, givenBy]] : [])),
  };
}

async function events(...actions: Action[]) {
  return (await record.ctx.store.audit.trail(team.organisation.id, { actions, most: 50 })).map(({ action }) => action);
}

describe("answers that somebody of the buyer gave", () => {
  const byBo = (code: string) => [code, "Bo Lim"];

  test.each([
    ["as they were signed", ""],
    ["also when it was taken out of the table", "UPDATE answers SET stand_in = NULL"],
    [
      "also when another name stands in the table",
      `UPDATE answers SET stand_in = json_set(stand_in, '$.name', 'FORGED')`,
    ],
    ["also when all others were marked", `UPDATE answers SET stand_in = '{"user":"x","name":"FORGED"}'`],
  ])("stand on the receipt, in the print and on the team's pages %s", async (_what, sql) => {
    if (sql) tamper(dataDir, sql);
    const { receipt, signed, printed, read, shown } = await said();
    expect(receipt).toMatch(/^2 answers were given by Bo Lim of .*: A2, E1$/);
    expect(signed).toBe(receipt);
    expect(printed).toEqual(["A2", "E1"].map((code) => [code, expect.stringContaining("Given by Bo Lim")]));
    expect(read).toEqual(["A2", "E1"].map(byBo));
    expect(shown).toEqual(["A2", "E1"].map(byBo));
  });

  test("are not read from a document that is not what was signed, which leaves an event", async () => {
    tamper(dataDir, "UPDATE declarations SET document = replace(document, 'Bo Lim', 'Bo Lam')");
    const asked = { campaign: file.campaign.id, invitation: file.invitation.id, byLink: false };
    expect(await codeOf(lookAtQuestionnaire(team, asked))).toBe("record-changed");
    expect(await events("record.mismatched")).toHaveLength(1);
  });
});

describe("what is taken away", () => {
  const downloads = ["evidence.downloaded", "attestation.downloaded"] as const;

  test("is on record, and what is only asked about is not", async () => {
    const [document] = Object.values(file.evidence).flat();
    const evidence = { supplier: file.supplier.id, evidence: document?.id ?? "" };
    const signed = { supplier: file.supplier.id, attestation: record.attestation };
    await downloadEvidence({ ...team, isHead: true }, evidence);
    await showAttestation({ ...team, isHead: true }, signed);
    expect(await events(...downloads)).toEqual([]);
    await downloadEvidence(team, evidence);
    await showAttestation(team, signed);
    expect(await events(...downloads)).toEqual(["attestation.downloaded", "evidence.downloaded"]);
  });

  test("was not taken away when it is not what was signed", async () => {
    tamper(dataDir, "UPDATE declarations SET document = document || ' '");
    const signed = { supplier: file.supplier.id, attestation: record.attestation };
    expect(await codeOf(showAttestation(team, signed))).toBe("record-changed");
    expect(await events(...downloads)).toEqual([]);
  });
});
