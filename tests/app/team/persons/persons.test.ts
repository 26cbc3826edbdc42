import { expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { endAccess, restoreAccess } from "#app/services/team/people/change-access";
import { findPersons } from "#app/services/team/persons/find-persons";
import { erasePerson, exportPersonCsv, exportPersonJson, showPersonData } from "#app/services/team/persons/person-data";
import { listUsers } from "#app/services/team/settings/list-people";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";
import { asPerson } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { asSupplier, invite } from "#tests/support/supplier";
import { codeOf, importSupplierList, teamWithAdmin } from "#tests/support/team";

const list =
  "name,country,email,contact\nHaoyuan,China,li.na@haoyuan.example,Li Na\nTan Sao,Viet Nam,LI.NA@haoyuan.example,Li Na\n";

async function contactOf(team: TeamContext, text: string): Promise<string> {
  const [found] = (await findPersons(team, { text })).contacts;
  if (!found) throw new Error(`nobody is ${text}`);
  return found.id;
}

test("somebody is found by address or name, each address once, with the suppliers that they speak for", async () => {
  const { team } = await teamWithAdmin();
  await importSupplierList(team, list);
  for (const text of ["li.na@haoyuan.example", " Li  Na ", "na"]) {
    const { contacts } = await findPersons(team, { text });
    expect([text, contacts.map(({ suppliers }) => suppliers.toSorted())]).toEqual([text, [["Haoyuan", "Tan Sao"]]]);
  }
  for (const text of ["haoyuan.example", "", "L", "x".repeat(400)]) {
    expect([text, (await findPersons(team, { text })).contacts]).toEqual([text, []]);
  }
  const { email } = team.user;
  expect((await findPersons(team, { text: email })).users).toMatchObject([{ email }]);
});

test("what was signed is told with who signed it, stays after an erasure, and goes with the submission only", async () => {
  const { ctx } = await teamWithAdmin();
  const { token, organisation, contact } = await invite(ctx);
  const supplier = asSupplier(ctx, token);
  await supplier.answersAll();
  await supplier.submits();
  const team = asPerson(ctx, { organisation, user: aUser({ org: organisation.id }) });
  expect((await findPersons(team, { text: "rita alves" })).signers).toMatchObject([{ job: "Managing director" }]);
  const asked = { kind: "contact", id: contact.id } as const;
  const signed = async () => (await showPersonData(team, asked)).held.find(({ what }) => what === "signed");
  const before = await signed();
  expect(before).toMatchObject({ count: 1, lines: [{ value: "Rita Alves, Managing director" }] });
  expect(await erasePerson(team, asked)).toBeUndefined();
  expect(await signed()).toEqual(before);
});

test("the files hold everything, safe to open, and leave an event that names nobody", async () => {
  const { ctx, team } = await teamWithAdmin();
  await importSupplierList(team, `name,country,email,contact\n=1+1,China,a@hao.example,"=HYPERLINK(""http://x"")"\n`);
  const id = await contactOf(team, "a@hao.example");
  const asked = { kind: "contact", id } as const;
  const json: unknown = JSON.parse((await exportPersonJson(team, asked)).body);
  expect(json).toMatchObject({
    email: "a@hao.example",
    contacts: [{ value: expect.stringContaining("a@hao.example") }],
  });
  const csv = await exportPersonCsv(team, asked);
  const lines: string[] = [];
  for await (const line of csv.lines) lines.push(line);
  expect(lines[0]).toBe("kind,what,value,at_utc\r\n");
  expect(lines.slice(1).join("")).toMatch(/^contacts,"?'=1\+1/);
  expect(lines.join("")).not.toMatch(/(^|,)"?[=+@]/m);
  expect(csv.name).not.toContain("hao");
  const events = await ctx.store.audit.trail(team.organisation.id, { actions: ["person.exported"], most: 9 });
  expect(events).toHaveLength(2);
  for (const { subject, details } of events) {
    expect({ subject, details }).toEqual({ subject: { type: "contact", id }, details: {} });
  }
});

test("an erased contact is nowhere any more, once, and no list brings it back unseen", async () => {
  const { ctx, team } = await teamWithAdmin();
  await importSupplierList(team, list);
  const asked = { kind: "contact", id: await contactOf(team, "li.na@haoyuan.example") } as const;
  await erasePerson(team, asked);
  await erasePerson(team, asked);
  expect((await findPersons(team, { text: "li.na@haoyuan.example" })).contacts).toEqual([]);
  expect(await showPersonData(team, asked)).toMatchObject({ email: "erased", mayErase: false });
  const events = await ctx.store.audit.trail(team.organisation.id, { actions: ["person.erased"], most: 9 });
  expect(events.map(({ details, subject }) => ({ details, subject }))).toEqual([
    { details: {}, subject: { type: "contact", id: asked.id } },
  ]);
  const counts = await importSupplierList(team, `${list}Other,India,new@other.example,New\n`);
  expect(counts).toMatchObject({ added: 1, refused: 0 });
  expect((await findPersons(team, { text: "li na" })).contacts).toEqual([]);
  expect((await findPersons(team, { text: "new@other.example" })).contacts).toHaveLength(1);
  // Somebody who adds the address by hand does it knowingly.
  const { rows } = await ctx.store.suppliers.table(team.organisation.id, {
    ...{ page: 1, pageSize: 10, sort: "name", direction: "up" },
  });
  const supplier = rows.find(({ supplier: { name } }) => name === "Haoyuan")?.supplier.id ?? "";
  const typed = { name: "Li Na", email: "li.na@haoyuan.example", language: "zh-Hans" };
  expect(await codeOf(saveContact(team, { supplier, contact: asked.id, ...typed }))).toBe("not-found");
  await saveContact(team, { supplier, contact: "new", ...typed });
  expect((await findPersons(team, { text: "li na" })).contacts).toHaveLength(1);
});

test("a person of the team is erased once their access has ended, and cannot be given it again", async () => {
  const { ctx, team } = await teamWithAdmin();
  const user = aUser({ org: team.organisation.id, name: "Lee Wu", email: "lee@buyer.example", role: "buyer" });
  await ctx.store.users.add({ user, passwordHash: "hash", audit: anEvent() });
  const asked = { kind: "user", id: user.id } as const;
  expect(await erasePerson(team, asked)).toMatchObject({ faults: [{ code: "access-not-ended" }] });
  expect(await showPersonData(team, asked)).toMatchObject({ isEnded: false, mayErase: false });
  await endAccess(team, { id: user.id });
  expect((await showPersonData(team, asked)).mayErase).toBe(true);
  await erasePerson(team, asked);
  await erasePerson(team, asked);
  expect(await showPersonData(team, asked)).toMatchObject({ name: "Erased person", mayErase: false });
  expect((await listUsers(team, {})).map(({ id }) => id)).not.toContain(user.id);
  expect(await codeOf(restoreAccess(team, { id: user.id }))).toBe("not-found");
  const own = { kind: "user", id: team.user.id } as const;
  expect(await erasePerson(team, own)).toMatchObject({ faults: [{ code: "access-not-ended" }] });
});

test("nobody of another organisation is found, shown, exported or erased, and only administrators do any of it", async () => {
  const { ctx, team } = await teamWithAdmin();
  await importSupplierList(team, list);
  const asked = { kind: "contact", id: await contactOf(team, "li.na@haoyuan.example") } as const;
  const stranger = await invite(ctx);
  const other = asPerson(ctx, { organisation: stranger.organisation, user: aUser({ org: stranger.organisation.id }) });
  expect((await findPersons(other, { text: "li na" })).contacts).toEqual([]);
  for (const use of [showPersonData, exportPersonJson, exportPersonCsv, erasePerson]) {
    expect(await codeOf(Promise.resolve(use(other, asked)))).toBe("not-found");
    expect(await codeOf(Promise.resolve(use(other, { kind: "user", id: team.user.id })))).toBe("not-found");
    for (const role of ["buyer", "analyst", "viewer"] as const) {
      const user = aUser({ org: team.organisation.id, role });
      const colleague = asPerson(ctx, { organisation: team.organisation, user });
      expect(await codeOf(Promise.resolve(use(colleague, asked)))).toBe("not-allowed");
    }
  }
  expect((await findPersons(team, { text: "li na" })).contacts).toHaveLength(1);
});
