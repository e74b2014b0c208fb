import { defineApart } from "./suite.ts";

await defineApart("waiting");
