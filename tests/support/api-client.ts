import { randomBytes } from "node:crypto";
import { randomId, sha256 } from "#app/adapters/secrets.server";
import type { User } from "#db/records";
import { type ApiScope, apiScopes } from "#terms/api-scopes";
import { anApiKey } from "./api-keys";
import { anEvent } from "./factories";
import { type Product, withStore } from "./product";

/** A program of somebody's: it sends JSON below `/api/v1` with a key, and nothing else. */
export type ApiClient = {
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
};

export function apiClientOf(origin: string, key: string): ApiClient {
  const authorization = `Bearer ${key}`;
  return {
    get: (path) => fetch(`${origin}/api/v1${path}`, { headers: { authorization } }),
    post: (path, body) =>
      fetch(`${origin}/api/v1${path}`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}

/** A program with a key of a person of a running product, with all scopes or those named. */
export async function programOf(
  product: Product,
  user: Pick<User, "org" | "id">,
  scopes: readonly ApiScope[] = apiScopes,
): Promise<ApiClient> {
  const secret = `avow_${randomBytes(32).toString("base64url")}`;
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000) };
  const key = anApiKey({ org: user.org, madeBy: user.id, id: randomId(), scopes, ...times });
  await withStore(product.dataDir, (store) =>
    store.apiKeys.make({ key, keyHash: sha256(secret), most: 99, audit: anEvent() }),
  );
  return apiClientOf(product.origin, secret);
}
