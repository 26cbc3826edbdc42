import { expect, test } from "vitest";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { type Choice, optionMatcher } from "#app/services/supplier/paste/option-names";
import { asked, site } from "./asked";

test.each([
  ["Sun", ["s2"]],
  ["s1", ["s1"]],
  ["Sun; s3", ["s2", "s3"]],
  ["Moon", []],
  ["MOON; Sun", []],
  ["Star", []],
])("a site that is typed as “%s” is found only where no other has its name", async (typed, found) => {
  const named = (id: string, name: string) => ({ ...site, id, cells: { ...site.cells, name } });
  const sites = [named("s1", "Moon"), named("s2", "Sun"), named("s3", " moon")];
  const { open } = await asked({ B1: { value: { sites } } });
  const ctx = await open();
  const choice: Choice = { id: "sites", type: "many", list: "sites" };
  const matcher = optionMatcher(ctx.session, choice, "C1.goods.column.sites", [pageTexts(ctx, ctx.session, "en")]);
  expect(matcher(typed)).toEqual(found);
});
