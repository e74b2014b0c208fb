// The popup of the toolbar button. Filled in below by the page check.
import { render } from "preact";
import { localeOf } from "../strings.ts";
import { Popup } from "./check.tsx";

const locale = localeOf(chrome.i18n.getUILanguage());
document.documentElement.lang = locale;
render(<Popup locale={locale} />, document.body);
