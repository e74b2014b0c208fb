import { defineTests } from "./suite.ts";

await defineTests("chrome");
