import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { HostBridge } from '../../shared/host/bridge.ts';
import { bundleForPage } from '../support/page-bundle.ts';

/** A host in a real page, and the hands of the user at its dialogs. */
export interface HostUnderTest {
  readonly page: Page;
  /** The user's answer to the dialog that `open` brings up. */
  answerOpen(
    answer: { readonly name: string; readonly bytes: Uint8Array } | 'cancel',
    open: () => Promise<void>,
  ): Promise<void>;
  /** Runs `save`; `bytes` reads what was written where the user pointed, once the call has come back. */
  answerSave(save: () => Promise<void>): Promise<{ readonly name: string; bytes(): Promise<Uint8Array> }>;
  close(): Promise<void>;
}

/** What the page hands back for a call: bytes travel as numbers, failures as their reason. */
interface Outcome {
  readonly value?: unknown;
  readonly reason?: string;
}

/** The one suite that every implementation of the bridge passes. Start it once a host, with how its page is opened. */
export function hostAcceptance(name: string, open: () => Promise<HostUnderTest>): void {
  describe(`${name} host`, () => {
    let host: HostUnderTest;
    beforeAll(async () => {
      host = await open();
      await host.page.evaluate(await bundleForPage('test/host/page.ts'));
    });
    afterAll(() => host?.close());

    const call = (method: keyof HostBridge, request?: unknown): Promise<Outcome> =>
      host.page.evaluate(
        ([name, argument]) => (globalThis as unknown as CallsHost).callHost(name as string, argument),
        [method, request] as const,
      );

    test('H14 tells its name and capabilities of the contract', async () => {
      const { value } = await call('capabilities');
      const known = ['save-dialog', 'open-dialog', 'print-pdf', 'start-relay', 'keep-secrets', 'second-window'];
      expect(value).toSatisfy((list: string[]) => list.every((capability) => known.includes(capability)));
      expect((await call('name')).value).toBe(name);
    });

    test('H15 gives the very bytes of the file the user chose, and its name without a path', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
      let outcome: Promise<Outcome> | undefined;
      await host.answerOpen({ name: 'Draft ü.txt', bytes }, async () => {
        outcome = call('openFile', { extensions: ['txt'], maxBytes: 1000 });
      });
      expect(await outcome).toEqual({ value: { name: 'Draft ü.txt', bytes: [...bytes] } });
    });

    test('H7 refuses a file that is larger than was asked for', async () => {
      let outcome: Promise<Outcome> | undefined;
      await host.answerOpen({ name: 'large.txt', bytes: new Uint8Array(1001) }, async () => {
        outcome = call('openFile', { extensions: ['txt'], maxBytes: 1000 });
      });
      expect(await outcome).toEqual({ reason: 'file-too-large' });
    });

    test('H16 a dialog that is closed without a file is no failure', async () => {
      let outcome: Promise<Outcome> | undefined;
      await host.answerOpen('cancel', async () => {
        outcome = call('openFile', { extensions: ['txt'], maxBytes: 1000 });
      });
      expect(await outcome).toEqual({ value: undefined });
    });

    test('H6 saves all bytes under a name without a path', async () => {
      const bytes = [0, 255, 13, 10, 91, 93];
      let outcome: Promise<Outcome> | undefined;
      const saved = await host.answerSave(async () => {
        outcome = call('saveFile', { name: 'Rev.1.txt', bytes });
      });
      expect(await outcome).toEqual({ value: 'Rev.1.txt' });
      expect(saved.name).toBe('Rev.1.txt');
      expect([...(await saved.bytes())]).toEqual(bytes);
    });

    test('H17 a secret is read back, changed and forgotten', async () => {
      expect((await call('readSecret', { key: 'a/b' })).value).toBeUndefined();
      const kept = await call('keepSecret', { key: 'a/b', value: 'one' });
      expect(kept.value).toEqual({ durable: expect.any(Boolean) });
      await call('keepSecret', { key: 'a/b', value: 'two' });
      expect((await call('readSecret', { key: 'a/b' })).value).toBe('two');
      await call('forgetSecret', { key: 'a/b' });
      expect((await call('readSecret', { key: 'a/b' })).value).toBeUndefined();
    });

    test('H12 names a relay by an http address', async () => {
      const { value } = await call('relay');
      expect(value).toEqual({ url: expect.stringMatching(/^https?:\/\/[^/]+\/$/) });
    });
  });
}

interface CallsHost {
  callHost(method: string, request: unknown): Promise<Outcome>;
}
