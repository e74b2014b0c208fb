/** The style sheet; `.w-name` becomes the class of that name under the load's seed (classes.ts). */
import { chatStyle } from "./chat.ts";
import { composerStyle } from "./composer.ts";
import { layoutStyle } from "./layout.ts";
import { overlayStyle } from "./overlays.ts";
import { themeStyle } from "./theme.ts";

export const style: string = [themeStyle, layoutStyle, chatStyle, composerStyle, overlayStyle].join("\n");
