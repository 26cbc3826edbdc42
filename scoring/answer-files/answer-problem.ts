import type { z } from "zod";

/** Something in an answer file that is wrong: where (`answers.E1.value.answer`) and what. One short line, whatever the file held. */
export class AnswerFileError extends Error {
  override readonly name = "AnswerFileError";
  readonly path: string;
  readonly what: string;

  constructor(path: string, what: string) {
    const [place, sentence] = [printable(path), printable(what)];
    super(place === "" ? sentence : `${place}: ${sentence}`);
    this.path = place;
    this.what = sentence;
  }
}

const most = 300;

/** What a file holds may be long, or steer the terminal that shows the message. */
function printable(text: string): string {
  const line = text.replace(/\p{Cc}/gu, "\uFFFD");
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  string: "text",
};

/** A sentence for the first thing that the schema of answer files refused. */
export function refusalOf(issue: z.core.$ZodIssue): AnswerFileError {
  return new AnswerFileError(issue.path.join("."), whatIsWrong(issue));
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.message.endsWith("received undefined")) return "is missing";
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case "unrecognized_keys":
      return `unknown field "${issue.keys[0]}"`;
    case "invalid_value":
      return `must be one of ${issue.values.join(", ")}`;
    case "invalid_format":
      return issue.format === "date" ? "must be a day such as 2025-03-31" : issue.message;
    case "invalid_union":
      return "must be text, a number, a list of option ids, rows of a table, or an option for each row";
    case "too_small":
      return "must not be empty";
    default:
      return issue.message;
  }
}
