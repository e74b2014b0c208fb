import assert from "node:assert/strict";
import { test } from "node:test";
import tokens from "./tokens.css";

/** Text and what it stands on, by token; each pair is used somewhere. */
const text: [ink: string, ground: string][] = [
  ["ink", "surface"],
  ["ink", "raised"],
  ["ink", "pressed"],
  ["muted", "surface"],
  ["muted", "raised"],
  ["on-primary", "primary"],
  ["on-primary", "primary-over"],
  ["primary", "surface"],
  ["primary", "clean-tint"],
  ["clean-ink", "surface"],
];
for (const action of ["note", "warn", "justify", "block"]) {
  text.push([`${action}-ink`, `${action}-tint`], [`${action}-ink`, "surface"], ["ink", `${action}-tint`]);
}

/** Lines that tell where something is. */
const lines: [line: string, ground: string][] = [
  ["edge", "surface"],
  ["focus", "surface"],
];

const [light = "", dark = ""] = tokens
  .split('[data-theme="dark"]')
  .map((part) => part.split("[data-action")[0]);

for (const [theme, css] of Object.entries({ light, dark })) {
  test(`${theme}: text reaches 4.5:1, lines reach 3:1`, () => {
    for (const [ink, ground] of text) assert.ok(contrast(css, ink, ground) >= 4.5, `${ink} on ${ground}`);
    for (const [line, ground] of lines) assert.ok(contrast(css, line, ground) >= 3, `${line} on ${ground}`);
  });
}

/** The contrast of two tokens by WCAG 2, 1 to 21. */
function contrast(css: string, a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(css, a), luminance(css, b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(css: string, token: string): number {
  const hex = new RegExp(`--${token}:\\s*#([0-9a-f]{6})`).exec(css)?.[1];
  assert.ok(hex, `no token ${token}`);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
