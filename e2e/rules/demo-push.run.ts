// `make demo-push`: a draft is sent, an admin publishes a rule, and by the timer alone the same draft is held, in the same tab;
// once with `bonton serve`, once with the Worker in workerd. Everything is real: keys, root, command line, server, package.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { chipSays, held, SCREENSHOTS, verdictIs } from "../bonton.ts";
import { launchChromium } from "../browsers.ts";
import { compose, press, waitForSends } from "../whatsapp/driver.ts";
import { serveReplica } from "../whatsapp/serve.ts";
import { Admin } from "./admin.ts";
import { edgeHost, type RulesHost, type StartHost, serveHost } from "./hosts.ts";
import { packageAt, removePackage } from "./package.ts";
import { holding } from "./server.ts";

const DRAFT = "Bonjour, le projet Zircon démarre lundi.";

/** Between publishing and holding, in milliseconds: a tab asks every 60 seconds ± 20 %. */
const LIMIT_MS = 90_000;

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

mkdirSync(SCREENSHOTS, { recursive: true });
await demo("serve", serveHost);
await demo("edge", edgeHost);

async function demo(name: string, start: StartHost): Promise<void> {
  const admin = new Admin();
  try {
    admin.sign("1.0", "sample", holding("obsidienne"));
    const first = admin.publishTo("first");
    const host = await start(admin);
    try {
      admin.publish(host, true);
      console.log(`serving  ${host.address} (${host.name}), version 1.0, signed by an admin's own key`);
      await inPackage(first, `${host.address}/`, (page) => push(page, admin, host, `demo-push-${name}`));
    } finally {
      await host.stop();
    }
  } finally {
    admin.remove();
  }
}

/** Opens the replica with the package that a company makes of its first bundle. */
async function inPackage(first: string, address: string, use: (page: Page) => Promise<void>): Promise<void> {
  const dir = packageAt("chrome", address);
  const env = { ...process.env, BUNDLE: first, UPDATE_URL: address };
  execFileSync("go", ["run", "./build", "bundle", dir], { env, stdio: ["ignore", "ignore", "inherit"] });
  const browser = await launchChromium({ extension: true, extensionDir: dir, headful: hasDisplay });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.setViewport({ width: 1100, height: 720 });
    page.setDefaultTimeout(LIMIT_MS);
    await serveReplica(page, { locale: "fr" });
    await chipSays(page, "ready");
    await use(page);
  } finally {
    await browser.close();
    removePackage(dir);
  }
}

async function push(page: Page, admin: Admin, host: RulesHost, picture: string): Promise<void> {
  await compose(page, DRAFT);
  await verdictIs(page, "clean");
  await press(page, "Enter");
  await waitForSends(page, 1);
  console.log(`sent     ${JSON.stringify(DRAFT)}`);
  await compose(page, DRAFT);
  await verdictIs(page, "clean");
  admin.sign("1.1", "zircon", holding("zircon"));
  admin.publish(host);
  const pushed = Date.now();
  console.log(`pushed   version 1.1 with a rule about "zircon"; nothing is touched from here on`);
  await verdictIs(page, "warn");
  const seconds = ((Date.now() - pushed) / 1000).toFixed(0);
  await press(page, "Enter");
  await held(page, "warn");
  console.log(`held     the same draft, ${seconds} s later, in the same tab`);
  await page.screenshot({ path: `${SCREENSHOTS}/${picture}.png` });
  console.log(`seen     ${SCREENSHOTS}/${picture}.png`);
}
