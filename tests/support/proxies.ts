import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./product";

export type RunningProxy = { readonly port: number; stop(): Promise<void> };

type Kind = {
  readonly program: string;
  /** The configuration round what the manual says, and the arguments that take it. */
  frame(snippet: string, port: string, folder: string): string;
  args(file: string, folder: string): readonly string[];
};

const apacheModules = ["mpm_event", "authz_core", "headers", "proxy", "proxy_http"]
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join("\n");

/** Proxies as Debian brings them, with nothing set but where to listen and what the manual says. */
const kinds = {
  nginx: {
    program: "nginx",
    frame: (snippet, port, folder) => `daemon off; pid ${folder}/pid; error_log stderr;
      events {} http { access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      server { listen 127.0.0.1:${port}; ${snippet} } }`,
    args: (file, folder) => ["-p", folder, "-c", file],
  },
  apache: {
    program: "apache2",
    frame: (snippet, port, folder) => `ServerRoot ${folder}\n${apacheModules}\nServerName localhost\nUser www-data
Group www-data\nPidFile ${folder}/pid\nErrorLog ${folder}/log\nListen 127.0.0.1:${port}\n${snippet}`,
    args: (file) => ["-f", file, "-DFOREGROUND"],
  },
  caddy: {
    program: "caddy",
    frame: (snippet, port) => `{\n admin off\n auto_https off\n}\n${snippet.replace(/^\S+ \{/, `http://:${port} {`)}`,
    args: (file) => ["run", "--adapter", "caddyfile", "--config", file],
  },
  haproxy: {
    program: "haproxy",
    frame: (snippet, port) => `defaults\n mode http\n timeout connect 5s\n timeout client 50s\n timeout server 50s
${snippet.replace(/bind .*/, `bind 127.0.0.1:${port}`)}\n`,
    args: (file) => ["-db", "-f", file],
  },
} satisfies Record<string, Kind>;

export type ProxyName = keyof typeof kinds;
export const proxyNames: readonly ProxyName[] = ["nginx", "apache", "caddy", "haproxy"];

/** Where a program of Debian lies; those for administrators are not on everybody's path. */
export function programOf(name: ProxyName): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  return folders.map((folder) => join(folder, kinds[name].program)).find((file) => existsSync(file));
}

/** A snippet of the manual, by the words after its language: "```nginx least". */
export function manualSnippet(title: string): string {
  const manual = readFileSync("docs/operating.md", "utf8");
  const [, snippet] = manual.split(`\`\`\`${title}\n`);
  if (snippet === undefined) throw new Error(`docs/operating.md has no snippet called ${title}`);
  return snippet.split("```")[0] ?? "";
}

/** Starts a proxy before a product, set as a snippet of the manual says. */
export async function startProxy(name: ProxyName, snippet: string, productPort: string): Promise<RunningProxy> {
  const kind: Kind = kinds[name];
  const folder = mkdtempSync(join(tmpdir(), `avow-${name}-`));
  const port = await freePort();
  const file = join(folder, "conf");
  writeFileSync(file, kind.frame(snippet.replaceAll(":3000", `:${productPort}`), port, folder));
  const child = spawn(programOf(name) ?? kind.program, kind.args(file, folder), {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  await whenListening(child, Number(port), () => said);
  return {
    port: Number(port),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function whenListening(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the proxy ended with ${child.exitCode}:\n${said()}`);
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
