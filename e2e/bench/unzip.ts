// Unpacks the zip that is shipped, so that what is measured is what a store hands out.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";

/** Signatures and field offsets: PKWARE's APPNOTE 4.3.12 (central directory) and 4.3.16 (its end). */
const END = 0x06054b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/** Unpacks an archive of our own build into a new folder and answers its path. */
export function unzip(archive: string): string {
  const zip = readFileSync(archive);
  const target = mkdtempSync(join(tmpdir(), "bonton-bench-"));
  const end = endOf(zip);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) at = unpackEntry(zip, at, target);
  return target;
}

/** Our zips have no comment, so the end record is the last thing in them. */
function endOf(zip: Buffer): number {
  const at = zip.length - 22;
  if (zip.readUInt32LE(at) !== END) throw new Error("not a zip of ours");
  return at;
}

/** Writes one file and answers where the next entry begins. */
function unpackEntry(zip: Buffer, at: number, target: string): number {
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
    number,
    number,
    number,
  ];
  const name = zip.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
  const local = zip.readUInt32LE(at + 42);
  const start = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  const path = join(target, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
  return at + ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
}
