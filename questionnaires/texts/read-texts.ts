import { z } from "zod";
import { checkLimits } from "#questionnaires/checks/limits";
import { TextsFile } from "./file";

/** A file of texts by whatever reads it: at once, or when its language is first asked for. */
export type TextsSource = {
  readonly language: string;
  readonly revision: number;
  /** @throws Error for texts of a published questionnaire that cannot be used */
  readonly read: () => TextsFile;
};

const Head = z.object(TextsFile.shape).pick({ language: true, revision: true });

/** A file that was checked when its questionnaire was published: only its first lines are looked at until somebody reads it. */
export function publishedSource(json: unknown): TextsSource {
  const { language, revision = 1 } = Head.parse(json);
  let file: TextsFile | undefined;
  return {
    language,
    revision,
    read() {
      file ??= TextsFile.parse(json);
      return file;
    },
  };
}

/** A file from anywhere, or everything that is wrong with it. @param place counts files, from 1 */
export function uncheckedSource(json: unknown, place: number): TextsSource | readonly string[] {
  const limits = checkLimits(json);
  const parsed = limits.length > 0 ? undefined : TextsFile.safeParse(json);
  if (parsed?.success) {
    const { language, revision = 1 } = parsed.data;
    return { language, revision, read: () => parsed.data };
  }
  const wrong = parsed?.error.issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`) ?? limits;
  return wrong.map((problem) => `texts ${place}: ${problem}`);
}
