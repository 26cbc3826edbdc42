import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct } from "#tests/support/product";
import { cleanFirm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";
import { signedIn } from "./two-organisations";

const hostile = `</script><script>alert("1")</script><img src=x onerror='alert(2)'>{{7*7}}`;
const formulas = ['=HYPERLINK("http://evil.example","x")', "+SUM(1)", "@SUM(1)", "-2+3", "\t=1+1", "＝1+1"];

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** Nothing of what was typed stands in a page as markup. */
function expectHarmless(path: string, html: string): void {
  for (const part of ['<script>alert("1")', "<img src=x", "</script><script>alert", ">49<"]) {
    expect([path, part, html.includes(part)]).toEqual([path, part, false]);
  }
}

async function expectPage(client: Client, path: string, status = 200): Promise<string> {
  const answer = await client.get(path);
  const html = await answer.text();
  expect([path, answer.status]).toEqual([path, status]);
  if (answer.headers.get("content-type")?.startsWith("text/html")) expectHarmless(path, html);
  else expect([path, answer.headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
  return html;
}

async function newUpload(team: Client, text: string): Promise<string> {
  const body = new FormData();
  body.set("pasted", text);
  return redirectPathOf(await team.send("/suppliers/import", { method: "POST", body }));
}

it("shows a script in a name as words, on every page, in every file and in every mail", async () => {
  const world = await launchWithLinks(product.dataDir, {
    supplier: { name: hostile, place: hostile },
    organisation: { name: hostile },
    contact: { name: hostile, language: "en" },
    campaign: { name: hostile, reason: { en: hostile } },
  });
  const supplier = clientOf(product.origin);
  const path = world.paths[0] ?? "";
  await expectPage(supplier, path);
  for (const page of ["decline?reason=not-supplier", "unsubscribe"]) await expectPage(supplier, `${path}/${page}`);
  const base = await startByLink(supplier, path);
  const named = { ...cleanFirm, A3: { name: hostile, job: hostile, helpers: ["hr"] }, N3: { answer: hostile } };
  const sites = [{ name: hostile, country: "PT", activity: hostile, workers: "60" }];
  await answerAll(supplier, base, { ...named, B1: { sites } });
  for (const page of [
    "",
    "/A3",
    "/B1",
    "/D1/workforce/new",
    "/N3",
    "/left",
    "/check",
    "/answers",
    "/sign",
    "/B1/sites/paste",
  ]) {
    await expectPage(supplier, base + page);
  }
  const wrong = await supplier.post(`${base}/E1`, [["E1.comment", hostile]]);
  expect(wrong.status).toBe(422);
  expectHarmless("E1 with an error", await wrong.text());
  await redirectPathOf(await supplier.post(`${base}/sign`, await signature(supplier, base, hostile)));
  for (const page of ["/receipt", "/receipt.json", "/answers"]) await expectPage(supplier, base + page);
  await expectPage(supplier, path);

  const team = await signedIn(product, world.admin);
  const { id } = world.campaign;
  const upload = await newUpload(
    team,
    `Name,Country,E-mail\n"${hostile.replaceAll('"', '""')}",${hostile.slice(0, 20)},x\n`,
  );
  const invitation = world.recipient.invitation.id;
  const mails = await (await team.get("/settings/mail")).text();
  const links = new Set([...mails.matchAll(/href="\/settings\/mail\/([\w-]+)"/g)].map(([, mail = ""]) => mail));
  const ids = [...links].filter((mail) => mail !== "received");
  expect(ids).toHaveLength(2);
  for (const page of [
    "/",
    "/suppliers",
    `/suppliers?q=${encodeURIComponent(hostile)}`,
    `/suppliers/${world.recipient.supplier.id}`,
    "/suppliers.csv",
    `/suppliers/${world.recipient.supplier.id}/attestations/${world.recipient.attestation.id}.json`,
    "/campaigns",
    `/campaigns/${id}`,
    `/campaigns/${id}?q=${encodeURIComponent(hostile)}`,
    `/campaigns/${id}/recipients.csv`,
    `/campaigns/${id}/invitations/${invitation}`,
    `/campaigns/${id}/close`,
    upload,
    `${upload}/refused.csv`,
    "/settings/mail/received",
    ...ids.flatMap((mail) => [`/settings/mail/${mail}`, `/settings/mail/${mail}/message.html`]),
  ]) {
    await expectPage(team, page);
  }
  expect(await (await clientOf(product.origin).get(`/login?next=${encodeURIComponent(hostile)}`)).text()).not.toContain(
    "<img src=x",
  );
}, 30_000);

describe("a formula in a list", () => {
  it("is no formula in any file that we hand out", async () => {
    const world = await launchWithLinks(product.dataDir, { suppliers: 1 });
    const team = await signedIn(product, world.admin);
    const lines = formulas.map((formula, at) => {
      const cell = `"${formula.replaceAll('"', '""')}"`;
      return `${cell},Portugal,s${at}@evil.example,${cell},${cell}\n${cell},${cell},x,${cell},${cell}`;
    });
    const upload = await newUpload(team, `Name,Country,E-mail,Contact,City\n${lines.join("\n")}\n`);
    const refused = `${upload}/refused.csv`;
    const refusedText = await (await team.get(refused)).text();
    expect((await team.get(await redirectPathOf(await team.post(upload, [])))).status).toBe(200);
    const draft = await redirectPathOf(
      await team.post("/campaigns/new", [
        ["name", formulas[0] ?? ""],
        ["version", "forced-labour@1"],
      ]),
    );
    await redirectPathOf(await team.post(draft, [["mode", "all"]]));
    const id = draft.split("/")[2];
    await redirectPathOf(await team.post(`/campaigns/${id}/message`, [["reason-en", "Because"]]));
    await redirectPathOf(await team.post(`/campaigns/${id}/launch`, [["links", "30"]]));
    const files = {
      refused: refusedText,
      suppliers: await (await team.get("/suppliers.csv")).text(),
      recipients: await (await team.get(`/campaigns/${id}/recipients.csv`)).text(),
    };
    for (const [name, text] of Object.entries(files)) {
      const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
      expect([name, rows.length > formulas.length]).toEqual([name, true]);
      expect([name, rows.flat().some((cell) => cell.startsWith("'=HYPERLINK"))]).toEqual([name, true]);
      const running = rows
        .flat()
        .filter((cell) => /^[\s]*[=+\-@＝＋－＠]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell));
      expect([name, running]).toEqual([name, []]);
    }
  });
});
