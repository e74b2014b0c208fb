// The README's picture: taken here, so that it shows the product as it is. `make pictures` puts it into docs/images.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { test } from "node:test";
import { held, SCREENSHOTS, verdictIs, withExtension } from "./bonton.ts";
import { compose, press } from "./whatsapp/driver.ts";

const PICTURE = "docs/images/held.png";

withExtension(
  ({ open }) => {
    test("a held draft, as the README shows it", async () => {
      const page = await open();
      await page.setViewport({ width: 1100, height: 720 });
      await compose(page, "bjr, VOTRE COLIS EST PERDU !!! Payez avec ma carte 4111 1111 1111 1111");
      await verdictIs(page, "block");
      await press(page, "Enter");
      await held(page, "block");
      mkdirSync(SCREENSHOTS, { recursive: true });
      const path = `${SCREENSHOTS}/readme.png` as const;
      await page.screenshot({ path });
      if (process.env.PICTURES) copyFileSync(path, PICTURE);
      assert.ok(existsSync(PICTURE), "run make pictures");
    });
  },
  ["chrome"],
);
