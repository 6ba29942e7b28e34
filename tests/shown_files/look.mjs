// Looks at each page of a folder in a browser: axe finds nothing, nothing of it runs, nothing is fetched, and it prints.
// Takes the folder of the modules, the browser and the folder. Says what is wrong, a line each, and how many there were.
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, browserPath, folder] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const { launch } = require("puppeteer-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

// Root may not have a sandbox; the pages are our own, and may not fetch.
const options = { executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu"] };

async function opened(browser, file) {
  const page = await browser.newPage();
  const asked = [];
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.isNavigationRequest()) return request.continue();
    asked.push(request.url());
    request.abort();
  });
  await page.goto(`file://${file}`, { waitUntil: "load" });
  return { page, asked };
}

async function problems(browser, file) {
  const { page, asked } = await opened(browser, file);
  const found = asked.map(() => "it fetches something");
  if ((await page.title()) === "ran") found.push("a script of it ran");
  const printed = await page.pdf({ format: "A4" });
  if (Buffer.from(printed.subarray(0, 5)).toString() !== "%PDF-" || printed.length < 1000) found.push("it does not print");
  // The page's own policy forbids scripts, so axe comes by the browser's own way.
  const session = await page.createCDPSession();
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  found.push(...violations.map((violation) => `${violation.id}: ${violation.help}`));
  await page.close();
  return found;
}

const browser = await launch(options);
const files = (await readdir(folder)).filter((name) => name.endsWith(".html")).sort();
let wrong = 0;
for (const file of files) {
  const found = await problems(browser, join(folder, file));
  if (found.length > 0) wrong += 1;
  found.slice(0, 3).forEach((problem) => console.log(`${file}: ${problem}`));
}
await browser.close();
console.log(`${files.length} pages, ${wrong} wrong`);
process.exit(wrong > 0 ? 1 : 0);
