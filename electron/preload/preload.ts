import { contextBridge, ipcRenderer } from 'electron';
import type { HostBridge } from '../../shared/host/bridge.ts';
import {
  channelOf,
  DESKTOP_CAPABILITIES,
  type HostAnswer,
  type HostMethod,
  type HostRequest,
  type HostValue,
} from '../../shared/host/channels.ts';

async function ask<Name extends HostMethod>(method: Name, request: HostRequest<Name>): Promise<HostValue<Name>> {
  const answer: HostAnswer<HostValue<Name>> = await ipcRenderer.invoke(channelOf(method), request);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

// Named functions only: the page gets no way to name a channel or to listen on one.
const host: HostBridge = {
  name: 'electron',
  capabilities: [...DESKTOP_CAPABILITIES],
  openFile: (request) => ask('openFile', request),
  saveFile: (request) => ask('saveFile', request),
  printPdf: (request) => ask('printPdf', request),
  relay: () => ask('relay', undefined),
  keepSecret: (request) => ask('keepSecret', request),
  readSecret: (request) => ask('readSecret', request),
  forgetSecret: (request) => ask('forgetSecret', request),
};

contextBridge.exposeInMainWorld('host', host);
