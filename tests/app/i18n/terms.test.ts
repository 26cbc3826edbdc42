import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { languages } from "#app/i18n/languages";
import { interfaceTexts } from "#app/i18n/translations/interface-states";
import { termPlaces, termsOf } from "#questionnaires/texts/terms";

const rows: string[][] = parse(readFileSync("questionnaires/forced-labour/glossary.csv", "utf8"));
const bandsAndTiers = [/^(Low|Medium|High|Critical)$/, /^Tier [123]$/, /^Watch List$/, /^special case$/];
const english = interfaceTexts("en");
const tags = languages.map(({ tag }) => tag).filter((tag) => tag !== "en");

const places = (language: string, own = interfaceTexts(language)) =>
  termPlaces(
    termsOf(rows, language).filter(({ english: term }) => bandsAndTiers.some((one) => one.test(term))),
    english,
    own,
  ).map(({ key, term }) => `${key}: ${term}`);

test.each(tags)("bands and tiers have one name each on supplier pages and in mails in %s", (language) => {
  expect(
    termsOf(rows, language).filter(({ english: term }) => bandsAndTiers.some((one) => one.test(term))),
  ).toHaveLength(9);
  expect(places(language)).toEqual([]);
});

test("a band or a tier by another name is named with its place", () => {
  const own = new Map([
    ["supplier:result.band.high", "Groß"],
    ["supplier:result.fixed.tier.2WL", "Beobachtungsliste der Kategorie 2 im Bericht der USA"],
  ]);
  expect(places("de", own)).toEqual(["supplier:result.band.high: High", "supplier:result.fixed.tier.2WL: Tier 2"]);
});
