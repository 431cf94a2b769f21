import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { openChromium } from '../../support/chromium.ts';
import { hostAcceptance } from '../../host/acceptance.ts';

/** An address of our own that serves an empty page, as a relay would serve the renderer. */
async function serveEmptyPage() {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Rostrum</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}

hostAcceptance('browser', async () => {
  const server = await serveEmptyPage();
  const browser = await openChromium();
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await page.goto(server.url);
  return {
    page,
    async answerOpen(answer, open) {
      const dialog = page.waitForEvent('filechooser');
      await open();
      const chooser = await dialog;
      if (answer === 'cancel') {
        await page.evaluate(() => document.querySelector('input[type=file]')?.dispatchEvent(new Event('cancel')));
        return;
      }
      await chooser.setFiles({ name: answer.name, mimeType: 'text/plain', buffer: Buffer.from(answer.bytes) });
    },
    async answerSave(save) {
      const download = page.waitForEvent('download');
      await save();
      const file = await download;
      return { name: file.suggestedFilename(), bytes: async () => readFile(await file.path()) };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
});
