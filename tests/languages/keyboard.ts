import type { Page } from "playwright-core";
import { focusFault } from "#tests/support/focus";

/** More stops than any page of a supplier has. */
const most = 150;
/** More lines than the longest list has, which is that of countries. */
const mostLines = 400;

/** Somebody without a mouse: what they could not see on the way stands in `faults`, one line each. */
export type KeyboardUser = { readonly page: Page; readonly faults: string[] };

/** What has the focus, as far as a person at a keyboard goes by it. */
type Focused = { readonly name: string; readonly type: string; readonly value: string; readonly checked: boolean };

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const one = document.activeElement;
    const [name, type, value] = ["name", "type", "value"].map((attribute) => one?.getAttribute(attribute) ?? "");
    const own = one instanceof HTMLSelectElement ? one.value : value;
    const kind = one instanceof HTMLInputElement ? (type ?? "") : (one?.tagName.toLowerCase() ?? "");
    return { name: name ?? "", type: kind, value: own ?? "", checked: one instanceof HTMLInputElement && one.checked };
  });
}

/** Goes on with Tab until the focus is where it is wanted, looking at each stop whether it can be seen. */
async function tabTo({ page, faults }: KeyboardUser, wanted: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, wanted);
  for (let stops = 0; stops < most; stops += 1) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
    const fault = await focusFault(page);
    if (fault !== undefined) faults.push(`${new URL(page.url()).pathname.split("/").at(-1)}: ${fault}`);
  }
  throw new Error(`no key leads to ${wanted} on ${page.url()}`);
}

/** Past what stands above every page, as the first stop of it offers. */
export async function skipToMain(user: KeyboardUser): Promise<void> {
  await tabTo(user, "a.skip");
  await user.page.keyboard.press("Enter");
}

/** Presses what a selector names: a button or a link, reached with Tab. */
export async function pressByKey(user: KeyboardUser, selector: string): Promise<void> {
  await tabTo(user, selector);
  await Promise.all([
    user.page.waitForNavigation({ waitUntil: "domcontentloaded" }),
    user.page.keyboard.press("Enter"),
  ]);
}

/** Types and chooses what a form has fields for, with keys alone, in the order in which they stand. */
export async function fillInByKeys(user: KeyboardUser, values: readonly (readonly [string, string])[]): Promise<void> {
  const { page } = user;
  const fields = await page.evaluate(() =>
    [...document.querySelectorAll("main form [name]")].map((field) => field.getAttribute("name") ?? ""),
  );
  const place = ([name]: readonly [string, string]) => fields.indexOf(name);
  for (const [name, value] of [...values].sort((one, other) => place(one) - place(other))) {
    const field = `main form [name="${name}"]`;
    const type = await page
      .locator(field)
      .first()
      .evaluate((one) => one.getAttribute("type") ?? one.tagName);
    if (type === "checkbox") await tick(user, `${field}[value="${value}"]`);
    else if (type === "radio") await choose(user, field, value);
    else await write(user, field, value);
  }
}

async function tick(user: KeyboardUser, box: string): Promise<void> {
  await tabTo(user, box);
  if (!(await focused(user.page)).checked) await user.page.keyboard.press("Space");
  if (!(await focused(user.page)).checked) throw new Error(`Space does not tick ${box}`);
}

async function choose(user: KeyboardUser, group: string, value: string): Promise<void> {
  await tabTo(user, group);
  for (let steps = 0; steps < most; steps += 1) {
    const { value: own, checked } = await focused(user.page);
    if (own === value && checked) return;
    await user.page.keyboard.press(own === value ? "Space" : "ArrowDown");
  }
  throw new Error(`no arrow leads to ${value} of ${group}`);
}

async function write(user: KeyboardUser, field: string, value: string): Promise<void> {
  const { page } = user;
  await tabTo(user, field);
  const { type } = await focused(page);
  if (type !== "select") {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(value);
    return;
  }
  // Letters of most scripts come from an input method, which a list that is closed does not hear: arrows reach every line.
  await page.keyboard.press("Home");
  for (let steps = 0; steps < mostLines; steps += 1) {
    if ((await focused(page)).value === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no arrow leads to ${value} in ${field}`);
}
