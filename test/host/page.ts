import type { HostBridge } from '../../shared/host/bridge.ts';
import { Fault } from '../../shared/schema/result.ts';
import { hostHere } from '../../renderer/host/host.ts';

const host = hostHere();

/** Calls the host of this page for a test outside it: bytes as numbers, failures as their reason. */
async function callHost(method: keyof HostBridge, request: unknown): Promise<{ value?: unknown; reason?: string }> {
  const member = host[method];
  if (typeof member !== 'function') return { value: member };
  try {
    const value = await (member as (request: unknown) => Promise<unknown>)(revive(request));
    return { value: flatten(value) };
  } catch (fault) {
    return { reason: fault instanceof Fault ? fault.reason : String(fault) };
  }
}

function revive(request: unknown): unknown {
  const bytes = (request as { bytes?: number[] } | undefined)?.bytes;
  return bytes === undefined ? request : { ...(request as object), bytes: new Uint8Array(bytes) };
}

function flatten(value: unknown): unknown {
  const bytes = (value as { bytes?: Uint8Array } | undefined)?.bytes;
  return bytes === undefined ? value : { ...(value as object), bytes: [...bytes] };
}

Object.assign(globalThis, { callHost });
