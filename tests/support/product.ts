import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linksFrom, readSecret, sha256 } from "#app/adapters/secrets.server";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { type Launch, launch, type World } from "./world";

export type Product = {
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Ends it as an operator would and waits; the exit code. */
  stop(): Promise<number | null>;
  /** Pulls the plug. */
  kill(): Promise<void>;
};

export function aDataFolder(): string {
  return mkdtempSync(join(tmpdir(), "avow-test-"));
}

/** Chosen before the start, so that the addresses that the product prints and mails can be followed. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return String(port);
}

async function whenReady(child: ChildProcess, output: () => string): Promise<string> {
  while (!/Avow is ready at http:\/\/[^:\s]+:\d+/.test(output())) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}:\n${output()}`);
    if (child.signalCode !== null) throw new Error(`the product was ended by ${child.signalCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return `http://localhost:${/Avow is ready at http:\/\/[^:\s]+:(\d+)/.exec(output())?.[1]}`;
}

export type Spawned = {
  readonly pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Where it listens, once it does. Rejects when it ends before. */
  origin(): Promise<string>;
  /** Sends a signal and waits for the end; the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** What `npm start` gives Node; a bench gives it to all programs that it compares. */
export const room = "--max-semi-space-size=16";

/** Starts the product built in a folder without waiting for it. */
export function spawnProduct(dataDir: string, environment: Record<string, string>, folder = process.cwd()): Spawned {
  const child = spawn(process.execPath, [room, "build/server/main.js"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      RATE_LIMIT_PER_MINUTE: "1000000",
      LOG_LEVEL: "warn",
      ...environment,
    },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      printed += chunk;
    });
  }
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    origin: () => whenReady(child, () => printed),
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, "exit");
      }
      return child.exitCode;
    },
  };
}

/** The built product in a process of its own on a free port, exactly as `npm start` runs it in its folder. */
export async function startProduct(
  dataDir = aDataFolder(),
  environment: Record<string, string> = {},
  folder = process.cwd(),
): Promise<Product> {
  if (!existsSync(join(folder, "build/server/main.js"))) throw new Error("Build the product first: npm run build");
  const { pid, output, origin, end } = spawnProduct(dataDir, { PORT: await freePort(), ...environment }, folder);
  return {
    origin: await origin(),
    dataDir,
    pid,
    output,
    stop: () => end("SIGTERM"),
    kill: async () => {
      await end("SIGKILL");
    },
  };
}

/** Opens the store of a data folder beside the product, for setting the scene and for looking afterwards. */
export async function withStore<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(`file:${join(dataDir, "avow.sqlite")}`);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A live campaign whose links work: the path of each recipient's link, `/s/…`, in the order of the recipients. */
export async function launchWithLinks(
  dataDir: string,
  options: Launch = {},
): Promise<World & { paths: readonly string[] }> {
  const links = linksFrom(readSecret(dataDir));
  return withStore(dataDir, async (store) => {
    const campaign = { regimes: [], dueAt: new Date(Date.now() + 21 * 86_400_000), ...options.campaign };
    const world = await launch(store, { ...options, campaign });
    const paths: string[] = [];
    for (const { invitation, supplier } of world.recipients) {
      const token = links.tokenFor(invitation.id, 2);
      const at = new Date();
      await store.invitations.replaceLink({
        org: supplier.org,
        id: invitation.id,
        generation: 2,
        tokenHash: sha256(token),
        at,
        expiresAt: new Date(at.getTime() + 60 * 86_400_000),
        audit: {
          action: "invitation.link-replaced",
          details: { generation: 2 },
          at,
          actor: { kind: "system", name: "test" },
          subject: { type: "invitation", id: invitation.id },
        },
      });
      paths.push(`/s/${token}`);
    }
    return { ...world, paths };
  });
}
