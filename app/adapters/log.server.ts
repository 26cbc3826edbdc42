import pino, { type Logger } from "pino";

export type Log = Logger;

/**
 * A link is a key: whoever reads one can answer, join or set up, so no log line may hold one. Tokens and sessions are known
 * by their length too (256 bits in base64url), however the path before them is written.
 */
export function withoutToken(path: string): string {
  return path
    .replace(/\/(s|join|setup)\/+[^/?#\s'"]+/gi, "/$1/[token]")
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, "[token]");
}

function redact(value: unknown): unknown {
  return typeof value === "string" ? withoutToken(value) : value;
}

/** JSON lines on stderr, so that stdout stays free for what a command answers. Times are UTC. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        log: (line) => Object.fromEntries(Object.entries(line).map(([key, value]) => [key, redact(value)])),
      },
      serializers: { err: redactedError },
      redact: ["*.password", "*.token", "*.smtpUrl", "password", "token", "smtpUrl"],
    },
    pino.destination({ dest: 2, sync: false }),
  );
}

function redactedError(error: Error) {
  const plain = pino.stdSerializers.err(error);
  return { ...plain, message: withoutToken(plain.message), stack: withoutToken(plain.stack ?? "") };
}
