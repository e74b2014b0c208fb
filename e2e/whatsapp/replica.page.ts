/** Entry of the page. */
import "./log.ts";
import { start } from "./app.ts";
import { installHooks } from "./hooks.ts";

installHooks();
start();
