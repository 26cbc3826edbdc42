import { expect, test } from "vitest";
import { isReopened } from "#app/services/supplier/again/reopened";
import { asked, site } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";

const returned = {
  ...{ id: "return", attestation: "first", correction: "second", user: "user", showsName: false },
  ...{ dueAt: new Date(0), sentAt: new Date(0), questions: ["B1"], closed: ["A1", "B2", "D1"] },
};

test("an answer that stays opens once the new ones leave it incomplete, and not before", async () => {
  const reopened = async (answers: Parameters<typeof asked>[0], revisions: Record<string, number> = {}) => {
    const { session } = await (await asked(answers)).open();
    const file = { returned, revisions };
    return ["A1", "B1", "B2", "D1"].filter((question) => isReopened({ file, walk: session.walk }, question));
  };
  const kept = { A1: { value: { answer: "whole" } }, B2: { value: { answer: ["none"] } } };
  // While what went back is open nothing else is, though nothing is said of any site yet.
  expect(await reopened(kept)).toEqual(["B1"]);
  const sites = { B1: { value: { sites: [site] } } };
  expect(await reopened({ ...kept, ...sites })).toEqual(["B1", "D1"]);
  // Once it was answered here it can be corrected until it is signed.
  const counts = { site: "s1", own: 42, agency: 0, contractor: 0, trainee: 0, home: 0 };
  const workforce = { D1: { value: { workforce: [row("s1", counts)] } } };
  expect(await reopened({ ...kept, ...sites, ...workforce })).toEqual(["B1"]);
  expect(await reopened({ ...kept, ...sites, ...workforce }, { D1: 2 })).toEqual(["B1", "D1"]);
});
