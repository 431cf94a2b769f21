import type { HostBridge, OpenedFile } from '../../shared/host/bridge.ts';
import { Fault } from '../../shared/schema/result.ts';
import { chooseFile } from './choose-file.ts';
import { openSecrets } from './secrets.ts';

/** What the browser host needs of its window; a test gives another. */
export interface BrowserHostOptions {
  /** Where the page came from: the relay that serves the renderer serves the rooms too. */
  readonly origin: string;
}

/** How long a saved file's bytes stay reachable: a browser starts a download some time after the click. */
const DOWNLOAD_GRACE_MS = 60_000;

/** A plain browser as the host: an observer's window, or a machine without Electron's program. */
export function browserHost(options: BrowserHostOptions = { origin: window.location.origin }): HostBridge {
  const secrets = openSecrets();
  return {
    name: 'browser',
    capabilities: ['open-dialog', 'print-pdf', 'keep-secrets'],
    async openFile({ extensions, maxBytes }): Promise<OpenedFile | undefined> {
      const file = await chooseFile(extensions);
      if (!file) return undefined;
      if (file.size > maxBytes) throw new Fault('file-too-large', { detail: file.name });
      try {
        return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      } catch (cause) {
        throw new Fault('file-unreadable', { cause, detail: file.name });
      }
    },
    async saveFile({ name, bytes }) {
      const written = plainName(name);
      const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = written;
      link.hidden = true;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_GRACE_MS);
      return written;
    },
    async printPdf({ name }) {
      const title = document.title;
      // The print dialog proposes the title as the file's name.
      document.title = plainName(name);
      try {
        window.print();
      } finally {
        document.title = title;
      }
      // The browser does not tell whether the dialog was cancelled, so nothing is claimed to be saved.
      return undefined;
    },
    async relay() {
      if (!/^https?:\/\//.test(options.origin)) throw new Fault('relay-unavailable', { detail: options.origin });
      return { url: `${options.origin}/` };
    },
    keepSecret: async ({ key, value }) => ({ durable: await secrets.keep(key, value) }),
    readSecret: ({ key }) => secrets.read(key),
    forgetSecret: ({ key }) => secrets.forget(key),
  };
}

/** A name without folders and control characters, so that no platform reads a path into it. */
function plainName(name: string): string {
  const plain = [...name].map((letter) => (letter < ' ' || '/\\:*?"<>|'.includes(letter) ? '_' : letter)).join('');
  return plain.replace(/^\.+/, '').trim() || 'draft';
}
