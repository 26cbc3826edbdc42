import { expect, test } from "vitest";
import { readReference } from "#app/services/team/settings/reference";
import { aScene, as } from "./suppliers/scene";

const loaded = async (search = "") => readReference(as(await aScene(), "viewer"), { search });

test("every list in use says in words what it is known to lack", async () => {
  const { sources } = await loaded();
  const lacking = Object.fromEntries(sources.map(({ id, missing }) => [id, missing.join(" ")]));
  expect(lacking["enforcement-2026.1"]).toContain("38 of the 43 names added on 3 August 2026 are missing");
  expect(lacking["enforcement-2026.1"]).toContain("after 23 June 2026");
  expect(lacking["goods-2026.2"]).toContain("Six or seven of the 138 lines of 2024");
  expect(lacking["tip-2025"]).toContain("No report of 2026 was found");
  expect(lacking["migrant-labour-2026.1"]).toContain("Mauritius, Taiwan and Thailand");
  expect(lacking["hosts-2026.2"]).toContain("23 July 2018");
  expect(lacking["clocks-2026.1"]).toContain("Pub. 5560-0526");
  for (const id of ["materials-2026.2", "service-sectors-2026.1"]) expect(lacking[id], id).not.toBe("");
});

test("what rows rest on has a title, and says whether it was read", async () => {
  const { sources } = await loaded();
  const references = sources.flatMap((source) => source.references);
  expect(references.length).toBeGreaterThan(30);
  const unread = references.filter(({ known }) => known === "unread").map(({ id }) => id);
  expect(unread).toEqual(expect.arrayContaining(["dol-2024", "state-2018", "cbp-list-2026-09", "cbp-guidance-2026"]));
});

test("a list that is replaced stands after the one in its place, and says so; what is known since stands with its edition", async () => {
  const { sources } = await loaded();
  const ids = sources.map(({ id }) => id);
  for (const name of ["goods", "hosts", "materials"]) {
    expect(ids.indexOf(`${name}-2026.1`)).toBeGreaterThan(ids.indexOf(`${name}-2026.2`));
    expect(sources.find(({ id }) => id === `${name}-2026.1`)?.since.join(" ")).toMatch(/2026\.2/);
  }
  const since = (id: string) => sources.find((source) => source.id === id)?.since.join(" ");
  expect(since("tip-2025")).toContain("no report of 2026 was found");
  expect(since("tip-2023")).toContain("Denmark");
  expect(since("tip-2020")).toBe("");
});

test("countries are found as before, with a tier for every edition", async () => {
  const { countries, years, all } = await loaded("serb");
  expect(countries.map(({ iso2, tiers }) => [iso2, tiers.length])).toEqual([["RS", years.length]]);
  expect(all).toBe(250);
});
