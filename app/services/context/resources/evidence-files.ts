/** The bytes of one document, on disk but not kept yet. `head` and `tail` are enough to tell what kind of file it is. */
export type ReceivedFile = {
  /** In hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, at most 4 KiB. */
  readonly head: Uint8Array;
  /** The last bytes, at most 256 KiB. */
  readonly tail: Uint8Array;
  /** All its bytes. */
  read(): Promise<Buffer>;
  /** The same in pieces, little of it in memory. */
  pieces(): AsyncIterable<Uint8Array>;
  /** Puts it where `open` finds it; resolves when it is safe on disk. */
  keep(): Promise<"kept" | "disk-full">;
  drop(): Promise<void>;
  /**
   * Removes what `keep` put there, because it was refused after all; what somebody else received or uses since stays.
   */
  takeBack(used: UsedFiles): Promise<void>;
};

/** Which of these files, by SHA-256 in hex, are attached anywhere. */
export type UsedFiles = (files: readonly string[]) => Promise<ReadonlySet<string>>;

/** A file that arrives in pieces: whose it is, and what tells it from their other ones. */
export type WaitingKey = { readonly org: string; readonly attestation: string; readonly file: string };

/** What a file was announced as. `name`: as it was typed; `sha256` in hex; `bytes`: of the whole file. */
export type AnnouncedFile = {
  readonly question: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
};

/** A file of which a part has arrived: how many bytes, and when the last of them did. */
export type WaitingFile = AnnouncedFile & { readonly received: number; readonly at: Date };

/** Files that have arrived in part. What gets no piece for a day is forgotten by `sweep`. */
export type WaitingFiles = {
  /** Bytes that are there of it; 0 where there are none. */
  size(key: WaitingKey): Promise<number>;
  /** What waits besides it in its attestation, in files and bytes, and in its organisation, in bytes. */
  others(key: WaitingKey): Promise<{
    readonly files: number;
    readonly attestationBytes: number;
    readonly organisationBytes: number;
  }>;
  /** Those of one attestation. */
  list(of: Omit<WaitingKey, "file">): Promise<readonly WaitingFile[]>;
  /** Writes a piece at its place; the first one begins the file anew. */
  write(key: WaitingKey, at: number, piece: Uint8Array, file: AnnouncedFile): Promise<"written" | "disk-full">;
  /** SHA-256 in hex of all that is there. */
  hash(key: WaitingKey): Promise<string>;
  /** All that is there, little of it in memory. */
  read(key: WaitingKey): AsyncIterable<Uint8Array>;
  forget(key: WaitingKey): Promise<void>;
};

/** The documents that suppliers attach, found by the SHA-256 of their bytes; the same bytes are kept once. */
export type EvidenceFiles = {
  readonly waiting: WaitingFiles;
  /** Reads to the end whatever comes, and holds little of it in memory. More than `most` bytes are "too-large". */
  receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile | "too-large" | "disk-full">;
  /** Undefined when there is no such file. */
  open(sha256: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Size and SHA-256 (hex) of the bytes that lie under a name, read to the end; undefined when there is no such file. */
  look(sha256: string): Promise<{ readonly bytes: number; readonly sha256: string } | undefined>;
  /** The names of all files that are kept. */
  names(): Promise<readonly string[]>;
  /** SHA-256 of bytes in hex, read in pieces to their end. */
  hashOf(bytes: ReadableStream<Uint8Array>): Promise<string>;
  /** The same bytes, which break off before their end when their hash is another; `changed` is told then what it is. */
  checked(
    bytes: ReadableStream<Uint8Array>,
    sha256: string,
    changed: (found: string) => Promise<void>,
  ): ReadableStream<Uint8Array>;
  /** Removes what was last received before `before` and is not in use; the number of files removed. */
  sweep(before: Date, used: UsedFiles): Promise<number>;
  /** Bytes of all that lies there, pieces that just arrive with it. */
  bytes(): Promise<number>;
};
