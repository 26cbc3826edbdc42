import type { ApiKey, OpenApiKey } from "#db/records";
import type { Audited } from "#db/store/audit";

/** A key with the name of whoever made it. */
export type NamedApiKey = ApiKey & { readonly by: string };

/** One request that may be sent twice: by which key, under which name, and what it asks, both as SHA-256. */
export type ApiRequest = {
  readonly org: string;
  readonly key: string;
  readonly name: string;
  readonly request: string;
};

/** What became of a request that was sent before. */
export type ApiRequestState =
  | { readonly state: "begun" | "running" | "other-request" }
  | { readonly state: "answered"; readonly status: number; readonly body: string };

/** Keys of the API, and what requests by them were answered. */
export interface ApiKeyStore {
  /** All of an organisation, the newest first. */
  list(org: string): Promise<readonly NamedApiKey[]>;
  /** `most`: of those that still open something. @returns "full" where there are so many */
  make(
    change: { readonly key: ApiKey; readonly keyHash: string; readonly most: number } & Audited,
  ): Promise<"made" | "full">;
  /** MissingError for one that is not there or was revoked. */
  revoke(change: { readonly org: string; readonly id: string; readonly at: Date } & Audited): Promise<void>;
  /** By the hash of a key, which names no organisation; undefined once it opens nothing, or its maker cannot sign in. */
  open(keyHash: string, now: Date): Promise<OpenApiKey | undefined>;
  /** Writes down that a key is in use. Leaves no event. */
  touch(change: { readonly org: string; readonly id: string; readonly at: Date }): Promise<void>;
  /** Begins a request once. One that was begun before `staleBefore` and never answered is begun again. */
  begin(request: ApiRequest & { readonly at: Date; readonly staleBefore: Date }): Promise<ApiRequestState>;
  /** Keeps what it was answered, or forgets that it was begun. */
  end(request: ApiRequest & { readonly answer?: { readonly status: number; readonly body: string } }): Promise<void>;
  /** Removes the answers of all organisations to requests that were begun before then. @returns how many */
  forget(before: Date): Promise<number>;
}
