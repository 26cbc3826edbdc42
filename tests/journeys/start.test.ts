import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { linksFrom, readSecret } from "#app/adapters/secrets.server";
import { aDataFolder, launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";

const products: Product[] = [];
afterEach(async () => {
  for (const product of products.splice(0)) await product.kill();
});

async function start(dataDir: string, environment: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct(dataDir, environment);
  products.push(product);
  return product;
}

async function printedLink(product: Product): Promise<string> {
  for (const end = Date.now() + 5_000; Date.now() < end; ) {
    const link = /(http:\/\/localhost:\d+\/setup\/[\w-]+)/.exec(product.output())?.[1];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no setup link in:\n${product.output()}`);
}

it("starts on an empty folder, says where to go and how to set it up, and is ready", async () => {
  const dataDir = join(aDataFolder(), "made", "by", "itself");
  const product = await start(dataDir);
  const link = await printedLink(product);

  expect(new URL(link).origin).toBe(product.origin);
  expect((await fetch(link)).status).toBe(200);
  for (const path of ["/healthz", "/readyz"]) {
    const answer = await fetch(product.origin + path);
    expect([path, answer.status]).toEqual([path, 200]);
  }
  // Whoever reads the secret can forge every link.
  for (const name of ["secret", "setup"]) {
    expect(existsSync(join(dataDir, name))).toBe(true);
    expect((statSync(join(dataDir, name)).mode & 0o077).toString(8)).toBe("0");
  }
});

it("offers the same setup link after a restart, and none once it is set up", async () => {
  const dataDir = aDataFolder();
  let product = await start(dataDir);
  const secret = new URL(await printedLink(product)).pathname;
  await product.stop();
  product = await start(dataDir);
  expect(new URL(await printedLink(product)).pathname).toBe(secret);

  const form = {
    organisation: "Nordwind",
    name: "Ida",
    email: "ida@nordwind.example",
    password: "a long enough secret 7",
  };
  const set = () =>
    fetch(product.origin + secret, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  expect((await set()).status).toBe(302);
  expect((await set()).status).toBe(410);
  await product.stop();
  product = await start(dataDir);
  expect(product.output()).not.toContain("/setup/");
  expect(await withStore(dataDir, (store) => store.organisations.count())).toBe(1);
});

it("makes one organisation when the setup form is sent twenty times at once", async () => {
  const product = await start(aDataFolder());
  const link = await printedLink(product);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      fetch(link, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({
          organisation: `Nordwind ${place}`,
          name: "Ida",
          email: `ida${place}@nordwind.example`,
          password: "a long enough secret 7",
        }),
      }),
    ),
  );
  expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
  expect(await withStore(product.dataDir, (store) => store.organisations.count())).toBe(1);
}, 30_000);

it("ends within five seconds of SIGTERM, exit code 0, while somebody keeps a connection open", async () => {
  const product = await start(aDataFolder());
  const socket = connect(Number(new URL(product.origin).port), "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
  await once(socket, "data");

  const before = performance.now();
  expect(await product.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(5_000);
  socket.destroy();
});

it("does not start with settings that cannot be used, and names each of them", async () => {
  const wrong = { LOG_LEVEL: "loud", DATABASE_MAX_MB: "-1" };
  const error = await startProduct(aDataFolder(), wrong).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toContain("LOG_LEVEL");
  expect(String(error)).toContain("DATABASE_MAX_MB");
});

it("starts again without its secret once the operator had another one made, and never while it runs", async () => {
  const dataDir = aDataFolder();
  const world = await launchWithLinks(dataDir, { contact: { language: "en" } });
  const renew = (...args: readonly string[]) => {
    const env = { ...process.env, NODE_ENV: "production" as const, DATA_DIR: dataDir };
    const run = spawnSync(process.execPath, ["build/server/newSecret.js", ...args], { env, encoding: "utf8" });
    return { code: run.status, said: run.stdout + run.stderr };
  };
  expect(renew("--post")).toMatchObject({ code: 2, said: expect.stringContaining("Usage") });
  const running = await start(dataDir);
  expect(renew()).toMatchObject({ code: 2, said: expect.stringContaining("Stop the program first") });
  await running.stop();
  rmSync(join(dataDir, "secret"));
  expect(String(await startProduct(dataDir).catch((reason: Error) => reason))).toContain("npm run new-secret");
  expect(renew("--mail")).toMatchObject({ code: 0, said: expect.stringMatching(/1 new links; 1 of them/) });
  const product = await start(dataDir);
  const status = async (path: string) => (await fetch(product.origin + path)).status;
  const token = linksFrom(readSecret(dataDir)).tokenFor(world.recipient.invitation.id, 3);
  expect([await status(`/s/${token}`), await status(world.paths[0] ?? "")]).toEqual([200, 410]);
  await product.stop();
  expect(renew()).toMatchObject({ code: 0, said: expect.stringContaining("The old secret is kept as") });
  expect(readdirSync(dataDir).filter((name) => name.startsWith("secret"))).toHaveLength(2);
}, 60_000);
