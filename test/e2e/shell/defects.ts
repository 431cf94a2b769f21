/** A defect that is put into the built shell, and the rule whose specs must then fail. */
export interface Defect {
  readonly name: string;
  readonly file: 'main' | 'preload';
  /** Text of the built file, once in it. */
  readonly find: string;
  readonly put: string;
  /** The file of specs, and the beginning of the titles that must catch it. */
  readonly spec: 'host' | 'relay' | 'window';
  readonly rule: string;
}

export const DEFECTS: readonly Defect[] = [
  {
    name: 'any page may ask the host',
    file: 'main',
    find: 'return frame !== null && frame.parent === null && isOwnPage(frame.url);',
    put: 'return true;',
    spec: 'host',
    rule: 'H3',
  },
  {
    name: 'a frame may ask the host',
    file: 'main',
    find: 'frame.parent === null && isOwnPage(frame.url)',
    put: 'isOwnPage(frame.url)',
    spec: 'host',
    rule: 'H3',
  },
  {
    name: 'a second argument is let through',
    file: 'main',
    find: 'if (args.length > 1 || !parsed.success)',
    put: 'if (!parsed.success)',
    spec: 'host',
    rule: 'H3',
  },
  {
    name: 'arguments are not looked at',
    file: 'main',
    find: 'if (args.length > 1 || !parsed.success)',
    put: 'parsed.data = args[0]; if (args.length > 1)',
    spec: 'host',
    rule: 'H3',
  },
  {
    name: 'the page gets ipcRenderer',
    file: 'preload',
    find: 'electron.contextBridge.exposeInMainWorld("host", host);',
    put: 'electron.contextBridge.exposeInMainWorld("host", { ...host, ipc: electron.ipcRenderer });',
    spec: 'host',
    rule: 'H4',
  },
  {
    name: 'a file of any size is read',
    file: 'main',
    find: 'const { size } = await file.stat();',
    put: 'const { size } = await file.stat(); maxBytes = 1e9;',
    spec: 'host',
    rule: 'H7',
  },
  {
    name: 'a secret is stored under the fixed password',
    file: 'main',
    find: 'platform === "linux" &&',
    put: 'platform === "none" &&',
    spec: 'host',
    rule: 'H8',
  },
  {
    name: 'everything is served without the policy',
    file: 'main',
    find: '"content-security-policy": contentSecurityPolicy(nonce),',
    put: '',
    spec: 'window',
    rule: 'H2',
  },
  {
    name: 'the policy lets the page evaluate text',
    file: 'main',
    find: `"script-src 'self'"`,
    put: `"script-src 'self' 'unsafe-eval'"`,
    spec: 'window',
    rule: 'H2',
  },
  {
    name: 'navigating away is allowed',
    file: 'main',
    find: 'if (!isOwnPage(details.url)) details.preventDefault();',
    put: '',
    spec: 'window',
    rule: 'H1',
  },
  {
    name: 'popups are allowed',
    file: 'main',
    find: 'return { action: "deny" };',
    put: 'return { action: "allow" };',
    spec: 'window',
    rule: 'H1',
  },
  {
    name: 'plain http goes outside',
    file: 'main',
    find: 'url.protocol !== "https:" && url.protocol !== "mailto:"',
    put: '!url.protocol.startsWith("http") && url.protocol !== "mailto:"',
    spec: 'window',
    rule: 'H1',
  },
  {
    name: 'own pages are known by how they begin',
    file: 'main',
    find: 'return url !== void 0 && url.protocol',
    put: 'return address.startsWith("app://bundle") || url !== void 0 && url.protocol',
    spec: 'window',
    rule: 'H1',
  },
  {
    name: 'the sandbox is off',
    file: 'main',
    find: 'sandbox: true,',
    put: 'sandbox: false,',
    spec: 'window',
    rule: 'H1',
  },
  {
    name: 'paths above the bundle are served',
    file: 'main',
    find: 'return file.startsWith(root + node_path.sep) ? file : void 0;',
    put: 'return file;',
    spec: 'window',
    rule: 'H11',
  },
  {
    name: 'every permission is granted',
    file: 'main',
    find: 'GRANTED.has(permission) && isOwnPage(origin)',
    put: 'true',
    spec: 'window',
    rule: 'H5',
  },
  {
    name: 'relays near by are not allowed',
    file: 'main',
    find: 'GRANTED.has(permission) && isOwnPage(origin)',
    put: 'false',
    spec: 'window',
    rule: 'H5',
  },
  {
    name: 'a crash is left alone',
    file: 'main',
    find: 'if (ends.length <= RELOADS) window.webContents.reload();',
    put: 'if (ends.length <= RELOADS) return;',
    spec: 'window',
    rule: 'H9',
  },
  {
    name: 'a second application opens on the same folder',
    file: 'main',
    find: 'if (electron.app.requestSingleInstanceLock()) run();',
    put: 'if (electron.app.requestSingleInstanceLock() || true) run();',
    spec: 'relay',
    rule: 'H10',
  },
  {
    name: 'the relay is left running',
    file: 'main',
    find: 'await (await running?.catch(() => void 0))?.close();',
    put: '',
    spec: 'relay',
    rule: 'H12',
  },
];
