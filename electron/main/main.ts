import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { readCommandLine } from './command-line.ts';
import { openFile, pdfOf, saveFile } from './host/files.ts';
import { ownRelay } from './host/own-relay.ts';
import { openVault } from './host/vault.ts';
import { answerHost } from './ipc.ts';
import { installMenu } from './menu.ts';
import { registerBundleScheme, serveBundle } from './policy/bundle.ts';
import { invitationAmong, invitationIn, LINK_SCHEME } from './policy/links.ts';
import { guardPermissions } from './policy/permissions.ts';
import { guardContents, openWindow, showHome } from './window.ts';
import { wordsFor } from './words.ts';

/** How long the relay may take to end before the application ends without it. */
const CLOSING_MS = 5000;

const rendererDir = join(import.meta.dirname, '../../renderer');
const { data, port } = readCommandLine(process.argv);

// An error that nobody caught leaves the state unknown; what the relay acknowledged is on disk.
process.on('uncaughtException', (error) => {
  console.error(error);
  dialog.showErrorBox('Rostrum', String(error));
  app.exit(1);
});
process.on('unhandledRejection', (error) => console.error(error));

mkdirSync(data, { recursive: true });
app.setName('Rostrum');
app.setPath('userData', data);
app.enableSandbox();
registerBundleScheme();

if (app.requestSingleInstanceLock()) run();
else {
  console.error(`Rostrum is open already with the data in ${data}`);
  app.exit(0);
}

function run(): void {
  const relay = ownRelay({ dataDir: join(data, 'relay'), rendererDir, port });
  const vault = openVault(join(data, 'secrets.json'));
  let invitation = invitationAmong(process.argv);

  guardContents();
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);

  const comeForward = async (link: string | undefined) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (link !== undefined) await showHome(window, link);
  };
  app.on('second-instance', (_event, argv) => void comeForward(invitationAmong(argv)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    // Before the window is there, the link waits for it.
    if (BrowserWindow.getAllWindows().length === 0) invitation = invitationIn(url);
    else void comeForward(invitationIn(url));
  });

  app.on('child-process-gone', (_event, { type, reason }) => console.error('a process ended:', type, reason));
  app.on('window-all-closed', () => app.quit());
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const limit = new Promise((done) => setTimeout(done, CLOSING_MS));
    void Promise.race([relay.close().catch((error: unknown) => console.error(error)), limit]).then(() => {
      isClosed = true;
      app.quit();
    });
  });

  answerHost({
    openFile: (request, event) => openFile(windowOf(event), request),
    saveFile: ({ name, bytes }, event) => saveFile(windowOf(event), name, async () => bytes),
    printPdf: ({ name }, event) => saveFile(windowOf(event), name, () => pdfOf(windowOf(event))),
    relay: () => relay.address(),
    keepSecret: ({ key, value }) => vault.keep(key, value),
    readSecret: ({ key }) => vault.read(key),
    forgetSecret: ({ key }) => vault.forget(key),
  });

  void app.whenReady().then(async () => {
    const words = wordsFor(app.getLocale());
    serveBundle(session.defaultSession.protocol, rendererDir);
    guardPermissions(session.defaultSession);
    installMenu(words, process.platform);
    await openWindow(words, invitation);
  });
}

function windowOf(event: Electron.IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (window === null) throw new Error('a request came from a page without a window');
  return window;
}
