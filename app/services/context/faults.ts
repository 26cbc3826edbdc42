import texts from "#app/i18n/locales/en/team.json" with { type: "json" };

/** What can be wrong with a field; each has its sentence, `fault.<code>` in the texts of the team. */
export type FaultCode = keyof typeof texts.fault;

/** What a person can correct, beside the field it is about. `params` are values of its sentence. */
export type Fault = {
  readonly field: string;
  readonly code: FaultCode;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What a use case returns instead of a result when only the record could tell that a field is wrong. */
export class Faults {
  constructor(readonly faults: readonly Fault[]) {}
}

/** One fault of one field. */
export function fault(field: string, code: FaultCode, params?: Fault["params"]): Faults {
  return new Faults([params ? { field, code, params } : { field, code }]);
}

/** The code that the message of a schema names; schemas write codes for what people can type wrong. */
export function faultCode(message: string): FaultCode {
  return isFaultCode(message) ? message : "not-valid";
}

function isFaultCode(message: string): message is FaultCode {
  return Object.hasOwn(texts.fault, message);
}
