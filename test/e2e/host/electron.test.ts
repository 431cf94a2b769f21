import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { hostAcceptance } from '../../host/acceptance.ts';
import { openChromium } from '../../support/chromium.ts';
import { launch, type Application } from '../../support/electron/launch.ts';

const pointOpenAt = (application: Application, path: string | undefined) =>
  application.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({
      canceled: chosen === undefined,
      filePaths: chosen === undefined ? [] : [chosen],
    });
  }, path);

const pointSaveAt = (application: Application, path: string) =>
  application.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);

hostAcceptance('electron', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-host-'));
  const browser = await openChromium();
  const application = await launch({ browser, home: join(folder, 'home') });
  const page = await application.firstWindow();
  return {
    page,
    async answerOpen(answer, open) {
      const path = answer === 'cancel' ? undefined : join(folder, answer.name);
      if (path !== undefined && answer !== 'cancel') await writeFile(path, answer.bytes);
      await pointOpenAt(application, path);
      await open();
    },
    async answerSave(save) {
      const path = join(folder, 'Rev.1.txt');
      await pointSaveAt(application, path);
      await save();
      // The dialog is answered in the main process; the file is there once the call has come back to the page.
      return { name: basename(path), bytes: () => readFile(path) };
    },
    async close() {
      await application.close();
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
