import * as z from 'zod/mini';
import type { HostMethod, HostRequest } from '../../shared/host/channels.ts';

/** The largest file that crosses between a window and the main process. */
const MAX_FILE = 64 * 1024 * 1024;

/** A file's name, never a path: no separators of any system, no control characters, not `.` or `..`. */
const fileName = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  z.regex(/^(?!\.{1,2}$)[^/\\:*?"<>|\u0000-\u001f\u007f]+$/),
);
const extension = z.string().check(z.regex(/^\.?[a-z0-9]{1,10}$/i));
const bytes = z.instanceof(Uint8Array<ArrayBuffer>).check(z.refine((value) => value.byteLength <= MAX_FILE));
const key = z.string().check(z.minLength(1), z.maxLength(256));

/** What each method of the host bridge takes; anything missing, extra or oversized refuses the whole request. */
export const requests = {
  openFile: z.strictObject({
    extensions: z.array(extension).check(z.minLength(1), z.maxLength(20)),
    maxBytes: z.int().check(z.minimum(1), z.maximum(MAX_FILE)),
  }),
  saveFile: z.strictObject({ name: fileName, bytes }),
  printPdf: z.strictObject({ name: fileName }),
  relay: z.undefined(),
  keepSecret: z.strictObject({ key, value: z.string().check(z.maxLength(16_384)) }),
  readSecret: z.strictObject({ key }),
  forgetSecret: z.strictObject({ key }),
} satisfies { [Name in HostMethod]: z.ZodMiniType<HostRequest<Name>> };
