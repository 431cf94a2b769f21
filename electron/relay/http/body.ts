import type { IncomingMessage } from 'node:http';
import type * as z from 'zod/mini';
import { ApiFault } from './answer.ts';

/** Reads a JSON body of at most `maxBytes` and decodes it; rejects with `ApiFault`. */
export async function readBody<Schema extends z.ZodMiniType>(
  request: IncomingMessage,
  schema: Schema,
  maxBytes: number,
): Promise<z.infer<Schema>> {
  // Anything else could be sent by a form of another site without the browser asking first.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new ApiFault('request-invalid');
  const parsed = schema.safeParse(parseJson((await readBytes(request, maxBytes)).toString('utf8')));
  if (!parsed.success) throw new ApiFault('request-invalid', parsed.error);
  return parsed.data;
}

/** Reads a body of at most `maxBytes`; rejects with `ApiFault`. */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new ApiFault('request-too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new ApiFault('request-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiFault('request-invalid', cause);
  }
}
