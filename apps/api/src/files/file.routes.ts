import { fileToShow, mediaTypes, receiveUpload, type FileStore } from '@app/files';
import { parseId, refuseKernel, showId, type Caller } from '@app/kernel';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../door/fault.js';
import { answerHttp } from '../door/http-answer.js';
import { httpOperations, type HttpDoor } from '../door/http-operation.js';
import type { Operation } from '../door/operation.js';
import { pathOfFile } from './file-path.js';

/**
 * How bytes come in and go out. `POST /files?name=…` takes one file as its whole body, of the type that it declares: none
 * of these types may a page of another site send unasked. `GET /files/<id>` answers evidence to who may see it; of any
 * other, missing, foreign or forbidden, it says that it is not found.
 */
export function addFileRoutes(server: FastifyInstance, door: HttpDoor, store: FileStore): void {
  const operationOf = httpOperations(door);
  const known = new WeakMap<FastifyRequest, Operation>();
  const { database, settings: { fileBytes, limits } } = door;
  // In a scope of their own: bodies are bytes here, and errors have statuses.
  void server.register(async (files) => {
    files.removeAllContentTypeParsers();
    const types = Object.keys(mediaTypes).concat('image/heif');
    files.addContentTypeParser(types, { parseAs: 'buffer', bodyLimit: fileBytes }, async (_: FastifyRequest, body: Buffer) => body);
    files.setErrorHandler((error, request, reply) => answerHttp(request, reply, error, { ...limits, bodyBytes: fileBytes }, types.join(', ')));
    // Before a byte of the body is read.
    files.addHook('onRequest', async (request, reply) => {
      known.set(request, await operationOf(request, reply));
    });

    files.post('/files', {
      bodyLimit: fileBytes,
      onRequest: async (request) => mustBe(known.get(request)!.caller, 'file.upload'),
    }, async (request, reply) => {
      const { name } = request.query as { name?: unknown };
      const brought = { bytes: bytesOf(request.body), name, declared: request.headers['content-type'] ?? null };
      const upload = await receiveUpload(database, store, known.get(request)!.caller, brought, fileBytes);
      return reply.code(201).headers({ 'cache-control': 'no-store', location: pathOfFile(upload.id) }).send({
        fileId: showId('file', upload.id), digest: upload.digest, mediaType: upload.mediaType, bytes: brought.bytes.length, name: upload.name,
      });
    });

    files.get('/files/:id', async (request, reply) => {
      const { id: shown } = request.params as { id: string };
      return download(known.get(request)!, shown, store, reply);
    });
  });
}

function mustBe({ permissions }: Caller, permission: string): void {
  if (!permissions.has(permission)) throw new Fault('FORBIDDEN');
}

/** A request without a body has none of the types either. */
function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

async function download(operation: Operation, shown: string, store: FileStore, reply: FastifyReply): Promise<FastifyReply> {
  const { caller } = operation;
  const parsed = parseId(shown);
  const asked = parsed?.kind === 'file' && caller.permissions.has('file.read') ? parsed.id : null;
  const file = asked && (await fileToShow(await operation.tx(), asked));
  // A slow reader of the bytes must not keep the connection.
  await operation.end();
  if (!file) throw refuseKernel('NOT_FOUND');
  return reply.headers({
    'content-type': file.mediaType,
    'content-length': String(file.bytes),
    'content-disposition': contentDisposition(file.name),
    'content-security-policy': `default-src 'none'; sandbox`,
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    etag: `"${file.digest}"`,
  }).send(await store.open(caller.networkId, file.digest));
}
