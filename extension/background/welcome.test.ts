import assert from "node:assert/strict";
import { test } from "node:test";
import { type Installed, isWelcome } from "./welcome.ts";

const own: Installed = { reason: "install", type: "normal", managed: false };

test("whoever installs Bonton on their own is welcomed, once", () => {
  assert.ok(isWelcome(own));
  assert.ok(isWelcome({ ...own, type: "sideload" }));
  for (const reason of ["update", "chrome_update", "browser_update", "shared_module_update"])
    assert.ok(!isWelcome({ ...own, reason }), reason);
});

test("no tab opens where a company installed or manages it, nor under a developer's hands", () => {
  for (const more of [{ type: "admin" }, { managed: true }, { type: "development" }])
    assert.ok(!isWelcome({ ...own, ...more }), JSON.stringify(more));
});
