import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, type WebContents } from 'electron';
import { openOutside } from './policy/links.ts';
import { HOME, isDisplay, isOwnPage } from './policy/own-page.ts';
import type { Words } from './words.ts';

/** A page that ends this often within the span is not loaded again unasked. */
const RELOADS = 3;
const SPAN_MS = 60_000;

/** What every page is held to; the switches are written out although most are Electron's defaults. */
const WEB_PREFERENCES = {
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
} as const satisfies Electron.WebPreferences;

/** Opens the application's window; `invitation` is what stands behind the page's address. */
export async function openWindow(words: Words, invitation = ''): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#ffffff',
    webPreferences: WEB_PREFERENCES,
  });
  window.once('ready-to-show', () => window.show());
  reviveAfterCrash(window, words);
  await showHome(window, invitation);
  return window;
}

/** Loads the home page, or only its fragment where the page is there already. */
export async function showHome(window: BrowserWindow, invitation: string): Promise<void> {
  try {
    await window.loadURL(HOME + invitation);
  } catch (error) {
    // A load that another one overtook rejects too; a page that is missing shows as an empty window and is logged.
    console.error('the page did not load', error);
  }
}

/** The displays that were opened, by address: one that is still loading has none yet. */
const displays = new Map<string, BrowserWindow>();

/** Opens the room display, once: asked for again, its window comes to the front. */
async function openDisplay(address: string): Promise<void> {
  const shown = displays.get(address);
  if (shown && !shown.isDestroyed()) return shown.focus();
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    backgroundColor: '#000000',
    webPreferences: WEB_PREFERENCES,
  });
  displays.set(address, window);
  try {
    await window.loadURL(address);
  } catch (error) {
    console.error('the display did not load', error);
  }
}

/** Holds every page, whoever makes it, to the application's own pages and to no window of its own making. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isDisplay(url)) void openDisplay(url);
      else openOutside(url);
      return { action: 'deny' };
    });
  });
}

function guardNavigation(contents: WebContents): void {
  const stay = (details: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', (details) => {
    stay(details);
    if (!isOwnPage(details.url)) openOutside(details.url);
  });
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
}

function reviveAfterCrash(window: BrowserWindow, words: Words): void {
  let ends: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    console.error('the page ended:', reason, exitCode);
    const now = Date.now();
    ends = [...ends.filter((end) => now - end < SPAN_MS), now];
    if (ends.length <= RELOADS) window.webContents.reload();
    else void askWhetherToReload(window, words);
  });
  window.on('unresponsive', () => console.error('the page does not answer'));
}

async function askWhetherToReload(window: BrowserWindow, words: Words): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.pageGone,
    buttons: [words.reload, words.quit],
    defaultId: 0,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
