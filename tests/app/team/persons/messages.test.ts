import { expect, test } from "vitest";
import { putReturnedQuestion } from "#app/services/returns/put-question";
import { erasePerson, exportPersonCsv, exportPersonJson, showPersonData } from "#app/services/team/persons/person-data";
import type { PersonAsked } from "#app/services/team/persons/person-file";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { helpScene } from "#tests/app/supplier/help/scene";
import { aReviewScene } from "#tests/app/team/reviews/scene";
import { asPerson } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";

test("reasons of decisions and comments on returned questions are in the data of who wrote them, and of whom they name", async () => {
  const scene = await aReviewScene();
  const { organisation, contact } = scene.invited;
  const { attestation } = scene;
  const { hana } = scene.people;
  const contactName = contact.name ?? contact.email;
  const reason = `Expired, as ${contactName.toUpperCase()} said.`;
  const control = { attestation, evidence: scene.files.control, verdict: "refused" } as const;
  await decideEvidence(scene.as(hana), { ...control, reason });
  const floor = { attestation, question: "G1", rule: "papers-kept", proof: scene.files.floor };
  await liftFloor(scene.as(hana), { ...floor, reason: "Papers are kept by the workers." });
  await putReturnedQuestion.submit(scene.as(hana), { attestation, question: "H1", comment: "Paid how?" });
  await putReturnedQuestion.submit(scene.as(hana), { attestation, question: "E1", comment: "Since when?" });
  const as = (readsNorthKorea: boolean) =>
    asPerson(scene.ctx, { organisation, user: aUser({ org: organisation.id, readsNorthKorea }) });
  const written = async (who: PersonAsked, reads = true) => {
    const { messages } = JSON.parse((await exportPersonJson(as(reads), who)).body) as { messages: { value: string }[] };
    return messages.map(({ value }) => value).sort();
  };
  const author = { kind: "user", id: hana.id } as const;
  const all = [reason, "Papers are kept by the workers.", "Paid how?", "Since when?"].sort();
  expect(await written(author)).toEqual(all);
  expect(await written(author, false)).toEqual([reason, "Paid how?"].sort());
  const holder = { kind: "contact", id: contact.id } as const;
  expect(await written(holder)).toEqual([reason]);
  expect(await written({ kind: "user", id: scene.people.ines.id })).toEqual([]);
  await erasePerson(as(true), holder);
  expect(await written(holder)).toEqual([]);
  await scene.ctx.store.users.endAccess({ org: scene.org, id: hana.id, at: scene.ctx.clock.now(), audit: anEvent() });
  await erasePerson(as(true), author);
  // What the team decided stays, as what it answered does; it is of nobody by name any more.
  expect(await written(author)).toEqual(all);
  expect((await showPersonData(as(true), author)).name).toBe("Erased person");
});

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
