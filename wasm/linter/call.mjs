// Speaks the typing path of linter.wasm, which engine.d.ts describes: a key costs the draft's text and time, and all else
// crosses the border only when it is another than before.

/** Answers a function that lints a draft; it throws only when the program is gone. */
export function linterOf(linter, exports) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let told;
  return ({ revision, text, now = "", ...setting }, thread = "") => {
    const about = JSON.stringify(setting);
    if (told?.about !== about || told.thread !== thread) {
      told = undefined;
      const refused = linter.about(about, thread);
      if (refused) return { revision, ...JSON.parse(refused) };
      told = { about, thread };
    }
    const size = ask(revision, text, now);
    return JSON.parse(decoder.decode(new Uint8Array(exports.mem.buffer, exports.room(0), size)));
  };

  function ask(revision, text, now) {
    const at = exports.room(3 * (text.length + now.length)); // a UTF-16 code unit takes at most three bytes of UTF-8
    if (at === 0) return exports.lint(revision, -1, 0);
    const room = new Uint8Array(exports.mem.buffer, at);
    const first = encoder.encodeInto(text, room).written;
    return exports.lint(revision, first, encoder.encodeInto(now, room.subarray(first)).written);
  }
}
