import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { violationsOn, type Violation } from './axe.ts';

/** One frame of a websocket as it went over the line. */
export interface RawFrame {
  readonly url: string;
  readonly direction: 'sent' | 'received';
  readonly bytes: Uint8Array;
}

/** A page whose console, failures and websocket frames are written down from its first moment. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors and failed requests; `[]` is what a view owes. */
  readonly complaints: readonly string[];
  readonly frames: readonly RawFrame[];
  /** The accessibility violations axe finds on the page as it stands. */
  violations(): Promise<readonly Violation[]>;
}

export async function openWatchedPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  const frames: RawFrame[] = [];
  await recordFrames(await context.newCDPSession(page), frames);
  return { page, complaints, frames, violations: () => violationsOn(page) };
}

/** Reads frames below the page, so that nothing the page does can hide one. */
async function recordFrames(devtools: CDPSession, frames: RawFrame[]): Promise<void> {
  const urls = new Map<string, string>();
  devtools.on('Network.webSocketCreated', ({ requestId, url }) => urls.set(requestId, url));
  const record = (direction: RawFrame['direction']) => (event: FrameEvent) => {
    const { opcode, payloadData } = event.response;
    // Chromium gives binary frames as base64 and text frames as they are.
    const bytes = new Uint8Array(Buffer.from(payloadData, opcode === 2 ? 'base64' : 'utf8'));
    frames.push({ url: urls.get(event.requestId) ?? '', direction, bytes });
  };
  devtools.on('Network.webSocketFrameReceived', record('received'));
  devtools.on('Network.webSocketFrameSent', record('sent'));
  await devtools.send('Network.enable');
}

interface FrameEvent {
  readonly requestId: string;
  readonly response: { readonly opcode: number; readonly payloadData: string };
}

/** Whether the bytes of `words` stand anywhere in the frames, in the encodings that text travels in. */
export function framesHold(frames: readonly RawFrame[], words: string): boolean {
  const needles = [
    Buffer.from(words, 'utf8'),
    Buffer.from(words, 'utf16le'),
    Buffer.from(JSON.stringify(words).slice(1, -1)),
  ];
  return frames.some(({ bytes }) => needles.some((needle) => Buffer.from(bytes).includes(needle)));
}
