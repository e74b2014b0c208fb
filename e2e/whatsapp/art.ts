/** Our own drawings of the background and of the tab's icon. */

const doodles = [
  "M10 14h16v11h-8l-5 4v-4h-3z",
  "M62 12l4 8 9 1-7 6 2 9-8-5-8 5 2-9-7-6 9-1z",
  "M104 30a8 8 0 1 1 16 0 8 8 0 0 1-16 0M109 32a4 4 0 0 0 6 0",
  "M14 66c6-10 16-10 22 0M14 66h22v8H14z",
  "M70 58v20M62 66l8-8 8 8",
  "M104 66c0-6 8-8 10-2 2-6 10-4 10 2 0 7-10 12-10 12s-10-5-10-12z",
  "M12 108h20l-3 14H15zM32 111c8 0 8 8-1 8",
  "M60 104l12 10-12 10zM78 104v20",
  "M106 106h18v14h-18zM106 106l9 8 9-8",
  "M40 40l6 6M46 40l-6 6M92 92a3 3 0 1 1 0 .1M44 92h8M88 44l4-6 4 6z",
];

/** A tile of doodles. */
export function wallpaperSVG(colour: string, opacity: number): string {
  const d = doodles.join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 136 136"><path d="${d}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

/** The tab's icon. */
export const iconSVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 6h24v17H14l-6 5v-5H4z" fill="#21a15a"/><path d="M9 12h14M9 17h9" stroke="#fff" stroke-width="2.5"/></svg>';
