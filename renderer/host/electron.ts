import type { HostBridge } from '../../shared/host/bridge.ts';
import { HOST_REASONS, type HostReason } from '../../shared/host/channels.ts';
import { Fault } from '../../shared/schema/result.ts';

declare global {
  interface Window {
    /** What Electron's preload exposes; absent in a plain browser. */
    readonly host?: HostBridge;
  }
}

/** The desktop application as the host: the preload's functions, whose errors become faults again on this side. */
export function electronHost(bridge: HostBridge): HostBridge {
  return {
    name: bridge.name,
    capabilities: bridge.capabilities,
    openFile: (request) => asFault(bridge.openFile(request)),
    saveFile: (request) => asFault(bridge.saveFile(request)),
    printPdf: (request) => asFault(bridge.printPdf(request)),
    relay: () => asFault(bridge.relay()),
    keepSecret: (request) => asFault(bridge.keepSecret(request)),
    readSecret: (request) => asFault(bridge.readSecret(request)),
    forgetSecret: (request) => asFault(bridge.forgetSecret(request)),
  };
}

/** An error keeps nothing but its message on the way from the main process, so the message is the reason. */
async function asFault<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    throw new Fault(isHostReason(message) ? message : 'host-failed', { cause });
  }
}

function isHostReason(text: string): text is HostReason {
  return (HOST_REASONS as readonly string[]).includes(text);
}
