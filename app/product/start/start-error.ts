/** The product cannot start as things lie; the message says in plain words what is wrong and what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}
