import { defineAll } from "./suite.ts";

await defineAll("chrome");
