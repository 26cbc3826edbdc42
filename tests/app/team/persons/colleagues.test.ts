import { expect, test } from "vitest";
import { colleagueToken } from "#app/services/supplier/colleagues/colleague-link";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { findPersons } from "#app/services/team/persons/find-persons";
import { erasePerson, exportPersonJson, showPersonData } from "#app/services/team/persons/person-data";
import { answer, colleagueScene } from "#tests/app/supplier/colleagues/scene";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { codeOf } from "#tests/support/team";

test("a colleague whom a supplier asked is found, given their data, and erased with their link", async () => {
  const scene = await colleagueScene();
  const { organisation, supplier } = scene.invited;
  const team = asPerson(scene.ctx, { organisation, user: aUser({ org: organisation.id }) });
  await scene.ask();
  const open = await scene.opened();
  await answer(await open(), "E1", "asked the agency");
  const asked = { kind: "colleague", id: (await scene.newest()).id } as const;
  for (const text of ["zhang wei", "ZHANG.WEI@haoyuan.example"]) {
    expect((await findPersons(team, { text })).colleagues).toMatchObject([
      { id: asked.id, supplier: { id: supplier.id } },
    ]);
  }
  const held = async () =>
    (await showPersonData(team, asked)).held.filter(({ count }) => count > 0).map(({ what }) => what);
  expect(await held()).toEqual(["contacts", "mails", "events"]);
  const json: unknown = JSON.parse((await exportPersonJson(team, asked)).body);
  expect(json).toMatchObject({
    email: "zhang.wei@haoyuan.example",
    contacts: [{ value: expect.stringContaining("Please answer by Friday.") }],
    events: [{ what: "answer.saved" }, { what: "colleague.opened" }],
  });
  const token = colleagueToken(scene.ctx, await scene.newest());
  expect(await erasePerson(team, asked)).toBeUndefined();
  expect(await erasePerson(team, asked)).toBeUndefined();
  expect((await findPersons(team, { text: "zhang" })).colleagues).toEqual([]);
  expect(await codeOf(open())).toBe("session-missing");
  expect(await codeOf(showColleagueLanding(scene.visitor, { token }))).toBe("colleague-ended");
  const lines = (await showCheck(await scene.supplier.open(), {})).sections.flatMap(({ answers }) => answers);
  expect(lines.find(({ code }) => code === "E1")).toMatchObject({ given: "Given by Erased person, a colleague" });
  expect(await held()).toEqual(["contacts", "events"]);
});
