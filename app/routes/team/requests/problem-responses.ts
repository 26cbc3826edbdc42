import { Problem } from "#app/domain/problem";
import { teamLanguage } from "#app/http/team-session.server";
import { data } from "#app/router/api/answers.server";
import type { LoaderArgs } from "#app/router/api/route-types";
import { storageProblem, storeProblem } from "#app/services/context/store-problems";
import { knownProblem, type TypedValue } from "#app/views/team/problem";

/**
 * Answers a Problem with its status, its code and a title for the page; everything else stays the error it was. What somebody
 * typed goes with it when the record could not be written: nothing else has it any more.
 */
export async function withProblemResponse<T>(
  { request, context }: LoaderArgs,
  work: () => Promise<T>,
  said: () => object = () => ({}),
): Promise<T> {
  const form = isPlainForm(request) ? request.clone() : undefined;
  try {
    if (request.method === "POST" && !isForm(request)) throw new Problem("bad-request");
    return await work();
  } catch (thrown) {
    const storage = storageProblem(thrown, request.method);
    if (storage) context.context.log.error({ err: thrown, path: new URL(request.url).pathname }, "not saved");
    const error = storage ?? problemOf(thrown);
    if (!error) throw thrown;
    const typed = error.code === "not-saved" && form ? await typedIn(form) : [];
    const told = knownProblem(error.code);
    const title = context.context.t(teamLanguage(request))(`team:problem.${told}.title`);
    throw data({ ...said(), problem: told, title, typed }, { status: error.status });
  }
}

/** A form without files, which are not typed. */
function isPlainForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "");
}

/** What nobody but the person may read, not even on their own screen. */
const secret = /password|secret|token|code/i;
/** Far more than any page of the team has. */
const mostTyped = 100;

async function typedIn(form: Request): Promise<readonly TypedValue[]> {
  const values = [...new URLSearchParams(await form.text())].map(([name, value]) => ({ name, value }));
  return values.filter(({ name, value }) => value !== "" && !secret.test(name)).slice(0, mostTyped);
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
