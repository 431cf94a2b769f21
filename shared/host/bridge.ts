/** What a host can do beyond showing the renderer; a screen asks for a capability, never for the platform. */
export type Capability = 'save-dialog' | 'open-dialog' | 'print-pdf' | 'start-relay' | 'keep-secrets' | 'second-window';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface RelayAddress {
  /** `http://127.0.0.1:PORT/`: where the relay serves both the renderer and the rooms. */
  readonly url: string;
}

/**
 * The one contract between the renderer and what it runs in: Electron's preload and the plain browser implement it,
 * and both pass `test/host/acceptance.ts`. A cancelled dialog is `undefined`; a failure rejects with a `Fault`.
 */
export interface HostBridge {
  readonly name: 'electron' | 'browser';
  readonly capabilities: readonly Capability[];
  /** Lets the user choose one file; at most `maxBytes` are read, a larger file rejects with `file-too-large`. */
  openFile(request: {
    readonly extensions: readonly string[];
    readonly maxBytes: number;
  }): Promise<OpenedFile | undefined>;
  /** Saves where the user points; resolves to the name written, never a path. */
  saveFile(request: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<string | undefined>;
  /** The window as PDF, saved where the user points; in a browser the print dialog. */
  printPdf(request: { readonly name: string }): Promise<string | undefined>;
  /** The relay this host can use for meetings of its own; starts the embedded one where there is none. */
  relay(): Promise<RelayAddress>;
  /** Keeps an invitation for the next start; `durable: false` where the platform has no safe place. */
  keepSecret(request: { readonly key: string; readonly value: string }): Promise<{ readonly durable: boolean }>;
  readSecret(request: { readonly key: string }): Promise<string | undefined>;
  forgetSecret(request: { readonly key: string }): Promise<void>;
}
