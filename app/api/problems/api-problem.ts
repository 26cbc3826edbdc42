import texts from "#app/i18n/locales/en/api.json" with { type: "json" };

/** What can be wrong with a request of a program; each has a title, `problem.<code>` in the texts of the API, and an address. */
export type ApiProblemCode = keyof typeof texts.problem;

/** One part of a request that is not valid: where it stands (`pointer` in the body, `parameter` in the address), and why. */
export type ApiError = {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
};

/** Thrown where a request is refused before a use case, or with what a use case could not take. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: ApiProblemCode,
    readonly more: { readonly errors?: readonly ApiError[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(code);
    this.name = "ApiProblem";
  }
}

/** Whether a word is the code of a problem of the API. */
export function isApiProblemCode(word: string): word is ApiProblemCode {
  return Object.hasOwn(texts.problem, word);
}

/** 422 with one part that is not valid. */
export function notValid(error: ApiError): ApiProblem {
  return new ApiProblem(422, "not-valid", { errors: [error] });
}
