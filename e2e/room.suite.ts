import { defineApart } from "./suite.ts";

await defineApart("room");
