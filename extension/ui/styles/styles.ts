// The one sheet of the interface.
import buttons from "./buttons.css";
import chip from "./chip.css";
import contents from "./contents.css";
import panel from "./panel.css";
import settings from "./settings.css";
import tokens from "./tokens.css";

/** CSS of everything inside the shadow root. */
export const styles: string = [tokens, chip, panel, contents, buttons, settings].join("\n");
