/** Colours of the light and dark themes: variables on body, dark under `body.dark` as the page does. */
export const themeStyle = `
body {
  --page: #f7f5f3; --side: #ffffff; --nav: #f7f5f3; --line: #e4e1dd; --hover: #f3f1ee; --chosen: #efedea;
  --text: #0f1a1f; --quiet: #5d686e; --wall: #f1ebe3; --wall-image: url(/replica/wallpaper-light.svg);
  --own: #d8f8d0; --other: #ffffff; --pill: #ffffff; --green: #1a9c5b; --on-green: #ffffff; --ticks: #0a86c4;
  --badge: #1a9c5b; --notice: #ffffff; --veil: rgb(10 20 24 / 45%); --author: #a8461c; --quote: rgb(0 0 0 / 5%);
  --shadow: 0 1px 1px rgb(11 20 26 / 13%); --avatar-light: 78%; --avatar-text: 26%;
  color-scheme: light;
}
body.dark {
  --page: #151716; --side: #151716; --nav: #1c1f1e; --line: #2b2f2d; --hover: #212423; --chosen: #2a2e2c;
  --text: #f2f4f3; --quiet: #a3aaa7; --wall: #151716; --wall-image: url(/replica/wallpaper-dark.svg);
  --own: #134d39; --other: #232726; --pill: #232726; --green: #21bd67; --on-green: #0b120e; --ticks: #53bdeb;
  --badge: #21bd67; --notice: #1c1f1e; --veil: rgb(0 0 0 / 60%); --author: #f0a07a; --quote: rgb(0 0 0 / 22%);
  --shadow: 0 1px 1px rgb(0 0 0 / 30%); --avatar-light: 30%; --avatar-text: 85%;
  color-scheme: dark;
}
html, body { height: 100%; margin: 0; }
body { background: var(--page); color: var(--text); font: 15px/1.4 "Segoe UI", "Helvetica Neue", Helvetica, "Liberation Sans", Arial, sans-serif; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
#app { height: 100%; }
`;
