/**
 * Class names that look built, and change with every load: the real ones are build-generated atoms ("x1n2onr6", "_akbu"),
 * regenerated per build [2026; INC re-did its class table four times that year]. Nothing may select by them.
 */

function hash(text: string): string {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return (value >>> 0).toString(36).padStart(7, "0");
}

/** The class that stands for `name` under this seed. */
export function className(seed: string, name: string): string {
  return `x${hash(`${seed}/${name}`)}`;
}

/** Replaces every `.w-name` of a style sheet by its class under this seed. */
export function hashStyle(seed: string, css: string): string {
  return css.replace(/\.w-([a-z0-9-]+)/g, (_, name: string) => `.${className(seed, name)}`);
}
