/**
 * Files inside other files: what is known of each, and what an opened container offers. A member's path is `papers.zip!/2019/q3.pdf`.
 * Types, limits and small helpers only.
 */

/** Between a container's path and its member's name. */
export const MEMBER_MARK = "!/";

export interface MemberFailure {
  readonly ok: false;
  /** As in the `error_code` of `files.csv`. */
  readonly code: string;
  readonly message: string;
}

export type MemberContent = { readonly ok: true; readonly bytes: Uint8Array } | MemberFailure;

export const memberFailure = (code: string, message: string): MemberFailure => ({ ok: false, code, message });

/** An opened container. Its members are what it holds besides folders. */
export interface OpenContainer {
  /** The path that the container gives each member, in the container's order. May have any characters. */
  readonly paths: readonly string[];
  /**
   * A member's content. Never throws because of what the container holds.
   * @param index in `paths`
   * @param maxBytes a member with more fails as `TOO_LARGE`, and no more than that is expanded
   */
  readonly read: (index: number, maxBytes: number) => Promise<MemberContent>;
}

/** What opening a container comes to. */
export type OpenResult = ({ readonly ok: true } & OpenContainer) | MemberFailure;

/** A member as its container's list has it. Structured cloning and JSON can copy it. */
export interface Member {
  /** Printable, relative, with `/` separators, and unique in its container. */
  readonly name: string;
  /** Null where the content could not be read. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  /** Why the content could not be read; null if it could. */
  readonly failure: Pick<MemberFailure, "code" | "message"> | null;
}

export interface MemberList {
  /** In code-unit order of their names. */
  readonly members: readonly Member[];
  /** Number of hidden and system files, which are not among the members. */
  readonly hiddenCount: number;
  /** Number of files that were not even listed, because there are more than the limit. */
  readonly excessCount: number;
}

export const NO_MEMBERS: MemberList = { members: [], hiddenCount: 0, excessCount: 0 };

/** Limits on what one file given by the user may hold, its containers' members included. */
export interface MemberLimits {
  readonly mostMembers: number;
  /** All members together, expanded, in bytes. */
  readonly mostBytes: number;
  /** How many containers may be inside one another. */
  readonly mostNested: number;
}

const MIB = 1024 * 1024;

export const MEMBER_LIMITS: MemberLimits = { mostMembers: 10_000, mostBytes: 2048 * MIB, mostNested: 5 };

export const tooLarge = (bytes: number, maxBytes: number): MemberFailure =>
  memberFailure("TOO_LARGE", `${bytes} bytes, over the limit of ${maxBytes}`);

/** Files that expand more than so many times are made to fill memory; small ones, such as empty forms, may. */
const MOST_RATIO = 250;
const SMALL_BYTES = 16 * MIB;

export const isOverRatio = (bytes: number, packedBytes: number): boolean =>
  bytes > SMALL_BYTES && bytes > packedBytes * MOST_RATIO;

export const OVER_RATIO = memberFailure("TOO_LARGE", `it expands to more than ${MOST_RATIO} times its size`);

/** Name of the member that stands for what was lost of a damaged archive. */
export const REST = "rest of the archive";
