/** Something in an answer file that is wrong: where (`answers.E1.value.answer`) and what. */
export class AnswerFileError extends Error {
  override readonly name = "AnswerFileError";
  constructor(
    readonly path: string,
    readonly what: string,
  ) {
    super(path === "" ? what : `${path}: ${what}`);
  }
}
