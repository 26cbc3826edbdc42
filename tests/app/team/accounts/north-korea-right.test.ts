import { expect, test } from "vitest";
import { isOwn } from "#app/domain/permissions";
import { changeNorthKorea, endAccess } from "#app/services/team/people/change-access";
import { showPerson } from "#app/services/team/people/show-person";
import { inviteUser } from "#app/services/team/settings/invite-person";
import { join } from "#app/services/team/sign-in/joining";
import { openTeamSession } from "#app/services/team/sign-in/team-session";
import { codeOf, expectNoFaults } from "#tests/support/team";
import { ada, colleagueOf, happened, inhabited, visitor } from "./people";

const right = "north-korea.read";

test("whoever sets up an installation has the right, and whoever joins it has it once it is given", async () => {
  const ctx = await inhabited();
  const team = await ada(ctx);
  expect(team.may(right)).toBe(true);
  const { link } = expectNoFaults(await inviteUser(team, { email: "bo@northmere.example", role: "admin" }));
  const token = link.split("/").pop() ?? "";
  const joined = expectNoFaults(await join(visitor(ctx), { token, name: "Bo", password: "another long sentence" }));
  const opened = async () => {
    const bo = await openTeamSession(visitor(ctx), { session: joined.session });
    if (!bo) throw new Error("Bo is not signed in");
    return bo;
  };
  const bo = await opened();
  expect(bo.may("suppliers.read")).toBe(true);
  expect(bo.may(right)).toBe(false);
  expect(await codeOf((async () => bo.require(right))())).toBe("not-allowed");
  await changeNorthKorea(team, { id: bo.user.id, reads: "yes" });
  expect((await opened()).may(right)).toBe(true);
  await changeNorthKorea(team, { id: bo.user.id, reads: "no" });
  expect((await opened()).may(right)).toBe(false);
  expect((await happened(team, 2)).map(({ action, details }) => [action, details])).toEqual([
    ["user.north-korea-taken", { last: false }],
    ["user.north-korea-given", {}],
  ]);
});

test("it is taken from the last who has it, or goes with their access, only where that was said to be meant", async () => {
  const ctx = await inhabited();
  const team = await ada(ctx);
  const { id } = team.user;
  const told = { faults: [{ field: "evenFromLast", code: "last-north-korea-reader" }] };
  expect(await showPerson(team, { id })).toMatchObject({ readsNorthKorea: true, isLastReader: true });
  expect(await changeNorthKorea.submit(team, { id, reads: "no" })).toEqual(told);
  const bo = await colleagueOf(team, ctx, "buyer");
  expect(await showPerson(team, { id })).toMatchObject({ isLastReader: false });
  await changeNorthKorea(team, { id, reads: "no" });
  expect(await endAccess.submit(team, { id: bo.user.id })).toEqual(told);
  await endAccess(team, { id: bo.user.id, evenFromLast: "yes" });
  await changeNorthKorea(team, { id, reads: "yes" });
  await changeNorthKorea(team, { id, reads: "no", evenFromLast: "yes" });
  expect((await happened(team, 1))[0]).toMatchObject({ action: "user.north-korea-taken", details: { last: true } });
});

test("only who may change people gives it, also to themselves, and without a second factor nobody has it", async () => {
  const ctx = await inhabited();
  const team = await ada(ctx);
  for (const role of ["buyer", "analyst", "viewer"] as const) {
    const { ctx: colleague, user } = await colleagueOf(team, ctx, role);
    expect(await codeOf(changeNorthKorea(colleague, { id: user.id, reads: "no" }))).toBe("not-allowed");
  }
  expect(isOwn(right)).toBe(false);
});
