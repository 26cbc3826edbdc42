import { Problem } from "#app/domain/problem";
import { teamLanguage } from "#app/http/team-session.server";
import { data } from "#app/router/api/answers.server";
import type { LoaderArgs } from "#app/router/api/route-types";
import { storeProblem } from "#app/services/context/store-problems";
import { knownProblem } from "#app/views/team/problem";

/** Answers a Problem with its status, its code and a title for the page; everything else stays the error it was. */
export async function withProblemResponse<T>(
  { request, context }: LoaderArgs,
  work: () => Promise<T>,
  said: () => object = () => ({}),
): Promise<T> {
  try {
    if (request.method === "POST" && !isForm(request)) throw new Problem("bad-request");
    return await work();
  } catch (thrown) {
    const error = problemOf(thrown);
    if (!error) throw thrown;
    const told = knownProblem(error.code);
    const title = context.context.t(teamLanguage(request))(`team:problem.${told}.title`);
    throw data({ ...said(), problem: told, title }, { status: error.status });
  }
}

function isForm(request: Request): boolean {
  const type = request.headers.get("content-type") ?? "";
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(type);
}

/** A form that breaks off is told by the platform's parser only as a TypeError with these words. */
function isBrokenForm(thrown: unknown): boolean {
  return thrown instanceof TypeError && /formdata/i.test(thrown.message);
}

function problemOf(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  return isBrokenForm(thrown) ? new Problem("bad-request") : storeProblem(thrown);
}
