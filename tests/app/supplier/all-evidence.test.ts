import { expect, test } from "vitest";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { showAllEvidence } from "#app/services/supplier/evidence/all/show-all-evidence";
import { returnScene } from "#tests/app/returns/scene";
import { testContext } from "#tests/support/context";
import { aPdf, pieces } from "#tests/support/documents";
import { asSupplier, invite } from "#tests/support/supplier";
import { colleagueScene } from "./colleagues/scene";

test("all files stand below the answers that they support, one file counted once, and every answer that can have one is named", async () => {
  const ctx = await testContext();
  const { open } = asSupplier(ctx, (await invite(ctx)).token);
  const add = async (question: string, mark: string) =>
    addEvidence(await open(), { question, name: `${mark}.pdf`, bytes: pieces(aPdf({ mark })) });
  const page = async () => showAllEvidence(await open(), {});
  const empty = await page();
  expect(empty).toMatchObject({ count: 0, frame: { title: "Your files" } });
  expect(empty.questions.every(({ files, waiting }) => files.length + waiting.length === 0)).toBe(true);
  await add("A2", "register");
  await add("E1", "register");
  await add("E1", "cards");
  const { count, questions } = await page();
  expect(count).toBe(2);
  expect(questions.map(({ code }) => code)).toEqual(empty.questions.map(({ code }) => code));
  const kept = questions.filter(({ files }) => files.length > 0);
  expect(kept.map(({ code, files }) => [code, ...files.map(({ name }) => name)])).toEqual([
    ["A2", "register.pdf"],
    ["E1", "register.pdf", "cards.pdf"],
  ]);
  expect(kept[1]?.open?.href).toMatch(/\/E1\/evidence$/);
  expect(kept[1]?.files[0]?.about).toContain("Supports: A2, E1");
});

test("a colleague sees the files of their own sections and no others", async () => {
  const scene = await colleagueScene();
  const owner = await scene.supplier.open();
  for (const question of ["A2", "E1"])
    await addEvidence(owner, { question, name: `${question}.pdf`, bytes: pieces(aPdf({ mark: question })) });
  await scene.ask();
  const { count, questions } = await showAllEvidence(await (await scene.opened())(), {});
  expect(count).toBe(1);
  expect(questions.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(["E1.pdf"]);
  expect(questions.every(({ code }) => code.startsWith("E"))).toBe(true);
});

test("what stays as it was signed keeps its files on the page, and nothing is done to them", async () => {
  const scene = await returnScene({ isAttached: true });
  await scene.put("G1", "Why?");
  await scene.send();
  const { count, questions } = await showAllEvidence(await (await scene.corrector()).open(), {});
  expect(count).toBe(1);
  expect(questions.map(({ code, files, open }) => [code, files.length, open !== undefined])).toEqual([
    ["A2", 1, false],
    ["G1", 0, true],
  ]);
});
