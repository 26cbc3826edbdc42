import type { RequestCounts } from "#app/adapters/request-counts.server";
import { countsPerMinute } from "#app/server/guards/request-limit";
import { makeKey } from "#app/services/api/keys/make-key";
import { asUser } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import type { User } from "#db/records";
import { type ApiScope, apiScopes } from "#terms/api-scopes";
import { type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { type EchoServer, startEchoServer } from "#tests/support/server";
import { launch, type World } from "#tests/support/world";

/** A world with a server of the API before it, and keys of whoever is wanted. */
export type ApiScene = {
  readonly ctx: TestContext;
  readonly world: World;
  readonly url: string;
  readonly requestCounts: RequestCounts;
  /** A new person of a world. */
  person(over?: Partial<User>, of?: World): Promise<User>;
  /** A person of the team as a page calls for them. */
  as(user: User, of?: World): TeamContext;
  /** A key with these scopes, all where none are named. */
  key(user: User, scopes?: readonly ApiScope[], of?: World): Promise<string>;
  get(path: string, key?: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, key: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  put(path: string, key: string, body: unknown): Promise<Response>;
  close(): Promise<void>;
};

export async function anApiScene(suppliers = 3): Promise<ApiScene> {
  const ctx = await testContext();
  const world = await launch(ctx.store, { suppliers });
  // By the clock of the tests, which stands still: no minute ends while one counts.
  const requestCounts = countsPerMinute(100_000, ctx.clock.now);
  const server: EchoServer = await startEchoServer({}, () => true, { context: ctx, requestCounts });
  const as = (user: User, { organisation }: World = world) => asUser(ctx, { user, organisation, language: "en" });
  const authorized = (key: string | undefined): Record<string, string> =>
    key === undefined ? {} : { authorization: `Bearer ${key}` };
  const sent = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return {
    ctx,
    world,
    url: server.url,
    requestCounts,
    as,
    async person(over = {}, { organisation } = world) {
      const user = aUser({ org: organisation.id, ...over });
      await ctx.store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
      return user;
    },
    async key(user, scopes = apiScopes, of = world) {
      const outcome = await makeKey.submit(as(user, of), { name: "Warehouse", days: 30, scopes: [...scopes] });
      if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
      return outcome.done.secret;
    },
    get: (path, key, headers = {}) =>
      fetch(`${server.url}/api/v1${path}`, { headers: { ...authorized(key), ...headers } }),
    post: (path, key, body, headers = {}) => sent("POST", path, body, { ...authorized(key), ...headers }),
    put: (path, key, body) => sent("PUT", path, body, authorized(key)),
    async close() {
      await server.close(0);
      await ctx.store.close();
    },
  };
}
