import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionViews } from "#terms/actions/action-views";
import { apiScopes } from "#terms/api-scopes";
import { type ApiClient, programOf } from "#tests/support/api-client";
import { type Client, redirectPathOf } from "#tests/support/http-client";
import { hasPoppler, poppler } from "#tests/support/pdf";
import { type Product, startProduct } from "#tests/support/product";
import { addresses, allRoutes, pathOf } from "./addresses";
import { rateAgain, workAtTheDesk } from "./desk-work";
import { cleanFirm, type Firm, valuesOf } from "./firms";
import type { Address } from "./supplier-addresses";
import { colleague, createFullOrganisation, type FullOrganisation } from "./two-organisations";

/**
 * Worlds that differ in what one supplier signed to E1, and another one answered to it so far, and in nothing else. Another answer
 * holds the band of what was signed at its worst: the band is what everybody may see.
 */
const firm: Firm = {
  ...cleanFirm,
  H1: { answer: ["leader-or-state"] },
  E3: { answer: "no-not-asked" },
  E8: { answer: "no" },
  E10: { answer: ["contract"] },
};
const worlds = {
  no: { ...firm, E1: { answer: "no" } },
  yes: { ...firm, E1: { answer: "yes" } },
  unsure: { ...firm, E1: { answer: "~dk" } },
} as const satisfies Record<string, Firm>;
type Answered = keyof typeof worlds;
const answered = Object.keys(worlds) as readonly Answered[];

type World = FullOrganisation & {
  readonly restricted: Client;
  readonly hidden: string;
  /** Programs by keys of somebody with the right: one that was given all of theirs, and one that was not given this. */
  readonly programs: Readonly<Record<"seeing" | "restricted", ApiClient>>;
};

const mark = "WORLDQ";
let product: Product;
const made = new Map<Answered, World>();

beforeAll(async () => {
  product = await startProduct();
  for (const one of answered) {
    const world = await createFullOrganisation(product, mark, worlds[one]);
    const form = [["basedOn", "0"], ...valuesOf("E1", worlds[one].E1, [])] as const;
    await redirectPathOf(await world.working.post(`/attest/${world.owned.attestation}/E1`, form));
    const restricted = await colleague(product, world.admin.org, "admin", {
      name: "Zoe Adeyemi",
      readsNorthKorea: false,
    });
    const programs = {
      seeing: await programOf(product, world.admin),
      restricted: await programOf(
        product,
        world.admin,
        apiScopes.filter((scope) => scope !== "north-korea:read"),
      ),
    };
    const hidden = await workAtTheDesk(product, world);
    const rerating = await rateAgain(world);
    made.set(one, { ...world, owned: { ...world.owned, rerating }, restricted, programs, hidden });
  }
});

afterAll(() => product?.stop());

function worldOf(one: Answered): World {
  const world = made.get(one);
  if (!world) throw new Error(`there is no world with ${one}`);
  return world;
}

/** Every page and file of the team, and the views of the table that could tell something by what they leave or how they order. */
const paths: readonly string[] = [
  ...allRoutes()
    .map(({ pattern }): Address | undefined => addresses[pattern])
    .flatMap((address) => (address?.who === "team" ? [address.path] : [])),
  ...["/suppliers", "/suppliers.csv", "/suppliers.json", "/suppliers.xlsx"].flatMap((path) => [
    ...["rating", "confidence", "dprk", "change", "band"].map((sort) => `${path}?sort=${sort}&dir=up`),
    ...["present", "no-checked", "no-not-checked", "unknown"].map((state) => `${path}?dprk=${state}`),
    ...["under-50", "50-74", "75-up"].map((range) => `${path}?confidence=${range}`),
  ]),
  "/suppliers/compare?ids={supplier},{submitted}&rows=all",
  "/suppliers/compare.csv?ids={supplier},{submitted}&rows=all",
  ...["topics", "topics?of=flagged", "trend", "coverage"].flatMap((picture) => {
    const [kind, query] = picture.split("?");
    return ["", ".csv", ".svg"].map((ending) => `/map/${kind}${ending}${query === undefined ? "" : `?${query}`}`);
  }),
  "/suppliers/{supplier}",
  ...["attached", "rejected", "unscanned"].flatMap((state) =>
    ["supplier", "submitted"].map((of) => `/suppliers/{${of}}?documents=${state}`),
  ),
  ...["kind=floors", "kind=findings", "kind=files", "sort=risk", "view=second", "view=settled", "view=mine"].flatMap(
    (query) => [`/reviews?${query}`, `/reviews/{signed}?${query}`],
  ),
  ...["E1", "H1", "H3", "H1&act=lift"].map((question) => `/reviews/{signed}?question=${question}`),
  "/reviews/{signed}/returned/E1",
  ...actionViews.flatMap((view) => [`/actions?view=${view}`, `/actions.csv?view=${view}`]),
  "/actions?shape=board&state=agreed",
  "/campaigns/{live}?step=started",
  "/campaigns/{live}/invitations/{invitation}/answer-for",
  ...["access", "people", "reading", "suppliers", "campaigns", "answers", "ratings", "mails"].map(
    (kind) => `/settings/trail?kind=${kind}`,
  ),
  "/settings/trail?before=2",
  "/settings/persons?text=nordwind",
];

/** What programs can read; of Parquet, which has the same rows, `tests/app/api` reads the columns. */
const asked: readonly string[] = [
  ...["", "?dprk=present", "?dprk=unknown", "?confidence=under-50", "?bands=critical"].map(
    (query) => `/suppliers${query}`,
  ),
  ...["submitted", "supplier"].flatMap((of) => [
    ...["", "/ratings", "/ratings/{rating}", "/gaps"].map((part) => `/suppliers/{${of}}${part}`),
  ]),
  ...["", "?ruleSet=standard-2026.2"].map((query) => `/ratings${query}`),
  ...["", "?kind=floors", "?kind=findings", "?kind=files", "?view=second", "?view=settled"].map(
    (query) => `/reviews${query}`,
  ),
  "/reviews/{signed}",
  ...actionViews.map((view) => `/actions?view=${view}`),
  "/actions/{hidden}",
  "/what-if?rules=standard-2026.2",
  "/exports/suppliers.csv",
  "/exports/suppliers.json",
];

/** What a program is answered. `{rating}`: the newest of the supplier that signed. */
async function toldTo(program: ApiClient, world: World, path: string): Promise<string> {
  const { submitted } = world.owned;
  const history = (await (await program.get(`/suppliers/${submitted}/ratings`)).json()) as { items: { id: string }[] };
  const full = path.replace("{rating}", history.items[0]?.id ?? "").replace("{hidden}", world.hidden);
  const answer = await program.get(pathOf({ path: full, who: "team" }, world.owned));
  return `${answer.status}\n${plain(await answer.text(), world)}`;
}

/** The way in which a page that runs in the browser asks for the same. */
function dataOf(path: string): string {
  const [name = "", query] = path.split("?");
  return `${name === "/" ? "/_root" : name}.data${query === undefined ? "" : `?${query}`}`;
}

const pages = paths
  // The picture of a secret that the reader alone has; nothing else is on that page.
  .filter((path) => path !== "/settings/account/second-factor")
  // Without a program that reads it, only the bytes of a paper could be compared, and those differ by its ids.
  .filter((path) => hasPoppler || !path.endsWith(".pdf"))
  .flatMap((path) => (/\.(?:csv|json|svg|xlsx|docx|html|pdf)/.test(path) ? [path] : [path, dataOf(path)]));

const forms = [
  ["/suppliers/{submitted}", [["edition", "tip-2024"]]],
  ["/campaigns/{live}/invitations/{invitation}/answer-for", [["reason", "They told me"]]],
  ["/questions/{attestation}/E1", [["answer", "As we like it"]]],
] as const;

/** What differs between two worlds that are alike: ids, times, fingerprints of them, and what the server makes anew for each answer. */
function plain(text: string, world: World): string {
  const ids = [...Object.values(world.owned), world.admin.org, world.admin.id, world.hidden].filter((id) => id !== "");
  const withoutIds = ids
    .sort((one, other) => other.length - one.length)
    .reduce((all, id) => all.replaceAll(id, "(id)").replaceAll(encodeURIComponent(id), "(id)"), text);
  return (
    withoutIds
      .replaceAll(/nonce="[^"]*"/g, "nonce")
      .replaceAll(
        /\b(?:user|organisation|supplier|contact|campaign|invitation|attestation|mail|joining)-[\da-f]+\b/g,
        "(id)",
      )
      .replaceAll(/\b(?:SUP|V|AV-2026)-\d+\b/g, "(number)")
      .replaceAll(/\b(?:admin|joiner)-[\da-f]{8}@/g, "(id)@")
      // Ids that the product made, and links.
      .replaceAll(/\b[a-z0-9]{26}\b/g, "(id)")
      .replaceAll(/\/(?:s|join|stop-mails)\/[\w./-]+/g, "(link)")
      .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "(time)")
      .replaceAll(/\b\d\d?:\d\d(?::\d\d)?\b/g, "(time)")
      // A moment of this century in a workbook, in days.
      .replaceAll(/<v>[45]\d{4}\.\d+<\/v>/g, "(time)")
  );
}

async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // What a sheet of paper shows: its bytes hold ids and moments that nobody can find again in them.
  if (hasPoppler && bytes[0] === 0x25 && bytes[1] === 0x50) return poppler("pdftotext", bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}\n${new TextDecoder().decode(part)}`);
  return parts.sort().join("\n");
}

/** What each world answered somebody without the right: asked once, in one order, since what is read is written down and read again. */
const readings = new Map<Answered, Promise<ReadonlyMap<string, string>>>();

function readingsOf(one: Answered): Promise<ReadonlyMap<string, string>> {
  const known = readings.get(one) ?? readAll(worldOf(one));
  readings.set(one, known);
  return known;
}

async function readAll(world: World): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const path of pages) read.set(path, await said(world.restricted, world, path));
  return read;
}

/** What somebody is answered: status, where it leads, and every byte. */
async function said(client: Client, world: World, path: string): Promise<string> {
  const answer = await client.get(pathOf({ path, who: "team" }, world.owned));
  const text = plain(unpacked(path, await textOf(answer)), world);
  // Ids of sessions. Elsewhere such figures are fingerprints, which may not differ.
  const own = /^\/settings\/(?:account|people)/.test(path) ? text.replaceAll(/\b[\da-f]{64}\b/g, "(id)") : text;
  return [answer.status, plain(answer.headers.get("location") ?? "", world), own].join("\n");
}

/**
 * The same with nothing said by number: values that a page and its data name once, because they are alike, are numbered, and
 * times are alike by chance. What stands in a page as its data is asked for by itself.
 */
function unpacked(path: string, text: string): string {
  if (text.startsWith("<!DOCTYPE")) return text.replaceAll(/streamController\.enqueue\("(?:[^"\\]|\\.)*"\)/g, "data");
  if (!/\.data(?:\?|$)/.test(path)) return text;
  const packed: unknown = JSON.parse(text.split("\n")[0] ?? "");
  return Array.isArray(packed) ? JSON.stringify(valueAt(packed, 0)) : text;
}

function valueAt(packed: readonly unknown[], place: number): unknown {
  const value = packed[place];
  if (Array.isArray(value)) return value.map((one) => (typeof one === "number" ? valueAt(packed, one) : one));
  if (typeof value !== "object" || value === null) return place < 0 ? place : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, at]) => [String(packed[Number(key.slice(1))]), valueAt(packed, Number(at))]),
  );
}

/** The first place at which two texts differ, to be told. */
function difference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  const near = (text: string) => text.slice(Math.max(0, at - 80), at + 120);
  return `${near(one)}\n    instead of\n${near(other)}`;
}

describe("without the right to see answers on North Korean labour", () => {
  it.each(answered.slice(1))("no page and no file tells E1 %s from a no", async (one) => {
    const [before, after] = [await readingsOf("no"), await readingsOf(one)];
    const faults = pages.flatMap((path) => {
      const found = difference(before.get(path) ?? "", after.get(path) ?? "");
      return found === undefined ? [] : [`${path}: ${found}`];
    });
    expect(faults).toEqual([]);
    const statuses = [...before.values()].map((text) => text.slice(0, 3));
    expect(statuses.filter((status) => status === "200").length).toBeGreaterThan(80);
    expect(statuses.filter((status) => status.startsWith("5"))).toEqual([]);
  });

  it("nothing names a state, a score, a step or an answer of them", async () => {
    const read = await readingsOf("yes");
    const telling =
      /class="dprk |id="answer-(?:E\d|A2|B2|D2|L4)"|(?<!"expected":\{)"(?:dprk|score|confidence|driver)":(?!-|null)/;
    const faults: string[] = [];
    for (const [path, text] of read) {
      // What everybody is asked is no answer.
      if (path.startsWith("/questionnaires/")) continue;
      const found = telling.exec(text);
      if (found) faults.push(`${path}: ${text.slice(Math.max(0, found.index - 100), found.index + 60)}`);
    }
    expect(faults).toEqual([]);
    const page = read.get("/suppliers/{submitted}");
    expect(page).toContain("some reasons are restricted");
    expect(page).toContain("Critical");
  });

  it("the document of all answers, documents for them and questions about them are not handed out", async () => {
    const world = worldOf("no");
    const statusOf = async (path: string) => Number((await said(world.restricted, world, path)).slice(0, 3));
    expect(await statusOf("/suppliers/{submitted}/attestations/{signed}.json")).toBe(403);
    expect(await statusOf("/suppliers/{submitted}/evidence/{proof}")).toBe(404);
    expect(await statusOf("/questions/{attestation}/E1")).toBe(404);
    expect(await statusOf("/campaigns/{live}/invitations/{invitation}/answer-for")).toBe(403);
  });

  it.each(forms)("the form of %s is answered alike", async (path, form) => {
    const answers = await Promise.all(
      answered.map(async (one) => {
        const world = worldOf(one);
        const answer = await world.restricted.post(pathOf({ path, who: "team" }, world.owned), form);
        return [answer.status, plain(answer.headers.get("location") ?? "", world)];
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

describe("a program without the right", () => {
  it.each(answered.slice(1))("is told nothing by which E1 %s differs from a no", async (one) => {
    const faults: string[] = [];
    for (const path of asked) {
      const [before, after] = [worldOf("no"), worldOf(one)];
      const found = difference(
        await toldTo(before.programs.restricted, before, path),
        await toldTo(after.programs.restricted, after, path),
      );
      if (found !== undefined) faults.push(`${path}: ${found}`);
    }
    expect(faults).toEqual([]);
    const { programs } = worldOf(one);
    expect((await toldTo(programs.restricted, worldOf(one), "/suppliers")).slice(0, 3)).toBe("200");
    expect((await toldTo(programs.restricted, worldOf(one), "/what-if?rules=standard-2026.2")).slice(0, 3)).toBe("403");
    expect((await toldTo(programs.restricted, worldOf(one), "/actions/{hidden}")).slice(0, 3)).toBe("404");
  });

  it.each([
    "/suppliers",
    "/suppliers/{submitted}/ratings",
    "/suppliers/{submitted}/ratings/{rating}",
    "/suppliers?dprk=present",
  ])("%s tells one with it a yes", async (path) => {
    const [no, yes] = [worldOf("no"), worldOf("yes")];
    expect(await toldTo(yes.programs.seeing, yes, path)).not.toBe(await toldTo(no.programs.seeing, no, path));
  });
});

describe("with it", () => {
  it.each([
    "/",
    "/suppliers",
    "/suppliers.csv",
    "/suppliers.json",
    "/suppliers.xlsx",
    "/suppliers?dprk=present",
    "/suppliers/{submitted}",
    "/suppliers/{supplier}",
    "/suppliers/compare?ids={submitted}",
    "/suppliers/compare.csv?ids={submitted}",
    "/suppliers/{submitted}/attestations/{signed}.json",
    ...(hasPoppler ? ["/suppliers/{submitted}/brief.pdf"] : []),
    "/campaigns/{live}",
    "/settings/trail.csv",
  ])("%s tells a yes to E1, so that what is alike above means something", async (path) => {
    const prints = await Promise.all(
      (["no", "yes"] as const).map(async (one) => {
        const world = worldOf(one);
        return createHash("sha256")
          .update(await said(world.team, world, path))
          .digest("hex");
      }),
    );
    expect(prints[0]).not.toBe(prints[1]);
  });
});
