import { open } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { OpenedFile } from '../../../shared/host/bridge.ts';
import { Fault } from '../../../shared/schema/result.ts';
import { atomicWrite } from './atomic-write.ts';

/** Lets the user choose one file of `extensions`; reads at most `maxBytes` of it. */
export async function openFile(
  window: BrowserWindow,
  { extensions, maxBytes }: { readonly extensions: readonly string[]; readonly maxBytes: number },
): Promise<OpenedFile | undefined> {
  const plain = extensions.map((extension) => extension.replace(/^\./, ''));
  const name = plain.map((extension) => `*.${extension}`).join(', ');
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name, extensions: plain }],
  });
  const path = filePaths[0];
  if (canceled || path === undefined) return undefined;
  return { name: basename(path), bytes: await readAtMost(path, maxBytes) };
}

async function readAtMost(path: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > maxBytes) throw new Fault('file-too-large', { detail: basename(path) });
      // One byte more than allowed, because a device or a growing file tells no true size.
      const buffer = new Uint8Array(Math.min(Math.max(size, 65_536), maxBytes) + 1);
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
        if (bytesRead === 0) return buffer.slice(0, length);
        length += bytesRead;
      }
      throw new Fault('file-too-large', { detail: basename(path) });
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('file-unreadable', { cause, detail: basename(path) });
  }
}

/** Asks where to save under a proposed name, then writes what `content` makes; resolves to the name written. */
export async function saveFile(
  window: BrowserWindow,
  name: string,
  content: () => Promise<Uint8Array>,
): Promise<string | undefined> {
  const extension = extname(name).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), name),
    filters: extension === '' ? [] : [{ name: `*.${extension}`, extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return undefined;
  const bytes = await content();
  try {
    await atomicWrite(filePath, bytes);
  } catch (cause) {
    throw new Fault('file-unwritable', { cause, detail: basename(filePath) });
  }
  return basename(filePath);
}

/** The window's page as PDF, with its headings and reading order for screen readers. */
export async function pdfOf(window: BrowserWindow): Promise<Uint8Array> {
  try {
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (cause) {
    throw new Fault('pdf-failed', { cause });
  }
}
