import { expect, test } from "vitest";
import { withoutToken } from "#app/server/log";

test("no supplier link can be read out of a log line", () => {
  const token = "qUbx9Yk2";
  for (const path of [`/s/${token}`, `/s/${token}/check`, `GET https://avow.example/s/${token}?x=1 failed`])
    expect(withoutToken(path)).not.toContain(token);
  expect(withoutToken("/suppliers/42")).toBe("/suppliers/42");
});
