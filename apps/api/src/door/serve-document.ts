import type { Permission } from '@app/access';
import type { MemberTx } from '@app/database';
import type { Language, Rendered } from '@app/files';
import { refuseKernel } from '@app/kernel';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance } from 'fastify';
import { answerHttp } from './http-answer.js';
import { httpOperations, type HttpDoor } from './http-operation.js';

/** A paper or sheet as a route found and made it, and what it is called when it is saved. */
export interface ServedDocument {
  readonly rendered: Rendered;
  readonly name: string;
}

/** Finds what the path's parameters name and makes it, in the caller's language or its own; null where the caller may not see it. */
export type LoadDocument = (
  tx: MemberTx, params: Readonly<Record<string, string>>, seen: { readonly language: Language; readonly issuer: string },
) => Promise<ServedDocument | null>;

/**
 * Answers documents at a path such as `/notices/:id.pdf`, with the same credentials as GraphQL. Without the permission it
 * answers what it does for a missing one. A document is shown by the browser, but may run, load and frame nothing.
 */
export function serveDocument(server: FastifyInstance, door: HttpDoor, path: string, permission: Permission, load: LoadDocument): void {
  const operationOf = httpOperations(door);
  void server.register(async (documents) => {
    documents.setErrorHandler((error, request, reply) => answerHttp(request, reply, error, door.settings.limits));
    documents.get(path, async (request, reply) => {
      const operation = await operationOf(request, reply);
      const { caller, networkName: issuer } = operation;
      const document = caller.permissions.has(permission)
        ? await load(await operation.tx(), request.params as Record<string, string>, { language: caller.locale, issuer }) : null;
      await operation.end();
      if (!document) throw refuseKernel('NOT_FOUND');
      return reply.headers({
        'content-type': document.rendered.mediaType,
        'content-disposition': contentDisposition(document.name, { type: 'inline' }),
        'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox`,
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      }).send(document.rendered.body);
    });
  });
}
