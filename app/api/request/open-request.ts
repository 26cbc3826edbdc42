import type { Request } from "express";
import { ApiProblem } from "#app/api/problems/api-problem";
import { calledFrom } from "#app/http/team-session.server";
import { type OpenedKey, openKey } from "#app/services/api/keys/open-key";
import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";

/** What is asked of whoever brings no key, or one that opens nothing (RFC 6750). */
function keyNeeded(isGiven: boolean): ApiProblem {
  const challenge = isGiven ? 'Bearer realm="Avow", error="invalid_token"' : 'Bearer realm="Avow"';
  return new ApiProblem(401, "key-needed", { headers: { "www-authenticate": challenge } });
}

/** The key that a request brings, never by a cookie or an address. @throws ApiProblem 401 where it opens nothing */
export async function openRequest(context: ServiceContext, request: Request): Promise<OpenedKey> {
  const authorization = request.get("authorization");
  const [, key] = /^Bearer +([\w-]{1,200})$/i.exec(authorization ?? "") ?? [];
  if (key === undefined) throw keyNeeded(authorization !== undefined);
  const headers = new Headers({ "user-agent": request.get("user-agent") ?? "" });
  const from = calledFrom({ headers }, request.ip);
  const opened = await openKey(asVisitor(context, "en", from), { key });
  if (!opened) throw keyNeeded(true);
  return opened;
}
