import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, clientOf, everythingIn } from "#tests/support/http-client";
import { type Product, startProduct } from "#tests/support/product";
import { addresses, pathOf } from "./addresses";
import type { Address } from "./supplier-addresses";
import { createFullOrganisation, type FullOrganisation } from "./two-organisations";

let product: Product;
let ours: FullOrganisation;

beforeAll(async () => {
  product = await startProduct();
  ours = await createFullOrganisation(product, "OURSQ");
});

afterAll(() => product?.stop());

/** Fields by which forms say which button was pressed. */
const buttons: readonly string[] = ["intent", "do", "then", "codeStep"];
const isTeam = ({ who }: Address) => who === "team";
/** Nobody is signed in there yet. */
const isEntry = (pattern: string) => /^(?:login|forgot|reset|join|setup)\b/.test(pattern);
/** What answers with a file has no page to say it on: its status says it. */
const isFile = (pattern: string) => pattern.endsWith("/file");
const isChoosing = (pattern: string) => /^attest\/:id\/(?:sign|approve|colleagues)$/.test(pattern);

/** Pages of the team and the ways in, and those of suppliers on which a button signs, approves or asks somebody. */
const cases = Object.entries(addresses).filter(
  ([pattern, address]) => address.form && (isTeam(address) || isEntry(pattern) || isChoosing(pattern)),
);

function clientFor({ who }: Address): Client {
  return who === "open" ? clientOf(product.origin) : { team: ours.team, working: ours.working, done: ours.done }[who];
}

/** The status of a form with a button that no page has, where it is not refused in words. */
async function taken(pattern: string, address: Address, button: string): Promise<readonly number[]> {
  const form = (address.form ?? []).filter(([name]) => !buttons.includes(name));
  const answer = await clientFor(address).post(pathOf(address, ours.owned), [...form, [button, "no-such-button"]]);
  const text = await answer.text();
  const isRefused = answer.status === 400 && (isFile(pattern) || text.includes("Nothing was changed"));
  // What is over, or not theirs to sign, says that first.
  const isOver = isChoosing(pattern) && [302, 303, 403].includes(answer.status);
  return isRefused || isOver ? [] : [answer.status];
}

test("a form whose button is not one of the page's changes nothing, and is answered in words", async () => {
  expect(cases.length).toBeGreaterThan(50);
  const faults: string[] = [];
  for (const [pattern, address] of cases) {
    const before = JSON.stringify(everythingIn(product.dataDir));
    for (const button of isChoosing(pattern) ? ["then", "codeStep"] : ["intent", "do", "then"])
      for (const status of await taken(pattern, address, button)) faults.push(`${pattern} ${button}: ${status}`);
    if (JSON.stringify(everythingIn(product.dataDir)) !== before) faults.push(`${pattern}: changes something`);
  }
  expect(faults).toEqual([]);
}, 120_000);

test("the same forms with a button of the page are not refused for it", async () => {
  const faults: string[] = [];
  for (const [pattern, address] of cases) {
    const known = address.form?.filter(([name]) => buttons.includes(name)) ?? [];
    for (const [button, value] of known) {
      // Nothing else is said, so that it is told what is missing.
      const answer = await clientFor(address).post(pathOf(address, ours.owned), [[button, value]]);
      if (answer.status === 400) faults.push(`${pattern} ${value}`);
    }
  }
  expect(faults).toEqual([]);
}, 120_000);
