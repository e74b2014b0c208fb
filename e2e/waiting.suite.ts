import { defineWaiting } from "./suite.ts";

await defineWaiting();
