import { describe, expect, it } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { changeView, removeView, saveView } from "#app/services/team/suppliers/views/save-view";
import { findFirstView, showViews } from "#app/services/team/suppliers/views/show-views";
import { asPerson } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { aScene, type Scene } from "./scene";

/** Somebody who is kept, since views belong to people who are. */
async function somebody({ ctx, organisation }: Scene, readsNorthKorea = true): Promise<TeamContext> {
  const user = aUser({ org: organisation.id, role: "viewer", readsNorthKorea });
  await ctx.store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
  return asPerson(ctx, { user, organisation });
}

async function kept(ctx: TeamContext, query: string, isShared: "" | "on" = ""): Promise<string> {
  const outcome = await saveView.submit(ctx, { name: "Mine", query, isShared });
  if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.done.query;
}

describe("saved views", () => {
  it("keep what the table knows of an address, and nothing else", async () => {
    const ctx = await somebody(await aScene());
    expect(await kept(ctx, "band=high&evil=1&sort=name&page=7&next=https://evil.example&cols=tiers.x")).toBe(
      "band=high&sort=name&cols=tiers",
    );
    expect(await kept(ctx, "https://evil.example/suppliers?band=high")).toBe("");
  });

  it("are read again when they are opened, whatever is kept", async () => {
    const ctx = await somebody(await aScene());
    const view = {
      ...{ org: ctx.organisation.id, id: "v", owner: ctx.user.id, name: "Old", isShared: false, isFirst: true },
      ...{ query: "//evil.example/?band=high&band=odd&gone=1&tier=3", savedAt: ctx.clock.now() },
    };
    await ctx.store.savedViews.save({ view, most: 9, audit: anEvent() });
    expect((await showViews(ctx, {})).views.map(({ href }) => href)).toEqual(["/suppliers?tier=3"]);
    expect(await findFirstView(ctx, {})).toBe("/suppliers?tier=3");
  });

  it("are shown to others once they are shared, without what those may not ask for", async () => {
    const scene = await aScene();
    const [one, other] = [await somebody(scene), await somebody(scene, false)];
    await kept(one, "dprk=present&country=VN", "on");
    await kept(one, "country=KH");
    const seen = (await showViews(other, {})).views;
    expect(seen.map(({ href, isOwn }) => ({ href, isOwn }))).toEqual([
      { href: "/suppliers?country=VN&sort=band", isOwn: false },
    ]);
  });

  it("are changed and deleted by their owner alone", async () => {
    const scene = await aScene();
    const [one, other] = [await somebody(scene), await somebody(scene)];
    await kept(one, "country=VN", "on");
    const [view] = (await showViews(one, {})).views;
    const id = view?.id ?? "";
    await expect(changeView(other, { view: id, name: "Theirs" })).rejects.toThrow("not-found");
    await expect(removeView(other, { view: id })).rejects.toThrow("not-found");
    await changeView(one, { view: id, name: "Vietnam", isFirst: "on" });
    const page = await listSuppliers(one, readSupplierView(new URLSearchParams("country=VN")));
    expect(page.views).toMatchObject([{ name: "Vietnam", isFirst: true, isShared: false, isCurrent: true }]);
    expect(page.everybody).toBe("/suppliers?sort=rating");
    expect((await showViews(other, {})).views).toEqual([]);
    await removeView(one, { view: id });
    expect(await findFirstView(one, {})).toBeUndefined();
  });

  it("say what is wrong with a name, and that there are enough", async () => {
    const ctx = await somebody(await aScene());
    expect(await saveView.submit(ctx, { name: " ", query: "" })).toMatchObject({ faults: [{ code: "required" }] });
    expect(await saveView.submit(ctx, { name: "x".repeat(81), query: "" })).toMatchObject({
      faults: [{ code: "too-long" }],
    });
    for (let place = 0; place < 50; place += 1) await kept(ctx, "");
    expect(await saveView.submit(ctx, { name: "One more", query: "" })).toMatchObject({
      faults: [{ code: "views-full" }],
    });
  });
});
