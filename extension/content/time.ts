// Times as the engine wants them.

/** A time as RFC 3339 with the local offset, to the second. */
export function rfc3339(time: Date): string {
  const offset = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Tells the time as RFC 3339, written down once a second: a draft comes with each key. `now` answers milliseconds since 1970. */
export function wallClock(now: () => number = Date.now): () => string {
  let second = -1;
  let written = "";
  return () => {
    const at = Math.floor(now() / 1000);
    if (at !== second) written = rfc3339(new Date(at * 1000));
    second = at;
    return written;
  };
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
