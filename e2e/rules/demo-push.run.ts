// `make demo-push`: a draft is sent, a rule is published, and by the timer alone the same draft is held, in the same tab.
import { mkdirSync } from "node:fs";
import { chipSays, held, SCREENSHOTS, verdictIs } from "../bonton.ts";
import { launchChromium } from "../browsers.ts";
import { compose, press, waitForSends } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { packageAt, removePackage } from "./package.ts";
import { holding, RulesServer } from "./server.ts";

const DRAFT = "Bonjour, le projet Zircon démarre lundi.";

/** Between publishing and holding, in milliseconds: a tab asks every 60 seconds ± 20 %. */
const LIMIT_MS = 90_000;

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const server = await RulesServer.start();
server.publish("1.0", "sample", holding("obsidienne"));
const dir = packageAt("chrome", server.address);
const browser = await launchChromium({ extension: true, extensionDir: dir, headful: hasDisplay });
try {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.setViewport({ width: 1100, height: 720 });
  page.setDefaultTimeout(LIMIT_MS);
  await serveReplica(page, { locale: "fr" });
  await chipSays(page, "ready");
  console.log(`serving  ${server.address}, version 1.0, signed with development keys`);
  await compose(page, DRAFT);
  await verdictIs(page, "clean");
  await press(page, "Enter");
  await waitForSends(page, 1);
  console.log(`sent     ${JSON.stringify(DRAFT)}`);
  await compose(page, DRAFT);
  await verdictIs(page, "clean");
  server.publish("1.1", "zircon", holding("zircon"));
  const pushed = Date.now();
  console.log(`pushed   version 1.1 with a rule about "zircon"; nothing is touched from here on`);
  await verdictIs(page, "warn");
  const seconds = ((Date.now() - pushed) / 1000).toFixed(0);
  await press(page, "Enter");
  await held(page, "warn");
  console.log(`held     the same draft, ${seconds} s later, in the same tab`);
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}/demo-push.png` });
  console.log(`seen     ${SCREENSHOTS}/demo-push.png`);
} finally {
  await browser.close();
  server.close();
  removePackage(dir);
}
