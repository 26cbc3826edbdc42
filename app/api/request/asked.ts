import type { Request } from "express";
import type { Endpoint } from "#app/api/endpoint";
import type { TeamContext } from "#app/services/context/contexts";

/** A request of a program whose key was opened, and which endpoint it is for. */
export type Asked = {
  readonly request: Request;
  readonly endpoint: Endpoint;
  readonly path: Readonly<Record<string, string>>;
  readonly ctx: TeamContext;
  /** Id of the key. */
  readonly key: string;
};
