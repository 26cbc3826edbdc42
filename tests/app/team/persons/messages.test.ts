import { expect, test } from "vitest";
import { erasePerson, exportPersonCsv, exportPersonJson, showPersonData } from "#app/services/team/persons/person-data";
import { helpScene } from "#tests/app/supplier/help/scene";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";

test("what somebody asked about questions is in their data, and goes with them", async () => {
  const scene = await helpScene();
  const { organisation, contact } = scene.invited;
  const admin = asPerson(scene.ctx, { organisation, user: aUser({ org: organisation.id }) });
  await scene.askColleague();
  const open = await scene.opened();
  await scene.ask("Which of our sites?");
  scene.ctx.later(0.05);
  await scene.ask("Agents in Braga too?", "E1", open());
  await scene.answer("All of them.");
  const colleague = { kind: "colleague", id: (await scene.newest()).id } as const;
  const holder = { kind: "contact", id: contact.id } as const;
  const team = { kind: "user", id: scene.buyer.id } as const;
  const written = async (who: typeof colleague | typeof holder | typeof team) => {
    const { messages } = JSON.parse((await exportPersonJson(admin, who)).body) as { messages: { value: string }[] };
    return messages.map(({ value }) => value);
  };
  expect(await written(colleague)).toEqual(["Agents in Braga too?"]);
  expect(await written(holder)).toEqual(["Which of our sites?"]);
  expect(await written(team)).toEqual(["All of them."]);
  const { lines } = await exportPersonCsv(admin, holder);
  expect([...(lines as Iterable<string>)].join("")).toContain("Which of our sites?");
  for (const who of [colleague, holder]) {
    await erasePerson(admin, who);
    expect(await written(who)).toEqual([]);
    const { held } = await showPersonData(admin, who);
    expect(JSON.stringify(held)).not.toMatch(/sites\?|Braga/);
  }
  const left = await scene.ctx.store.help.messages(organisation.id, scene.invited.attestation);
  expect(left.map(({ text }) => text)).toEqual(["Erased", "Erased", "All of them."]);
});
