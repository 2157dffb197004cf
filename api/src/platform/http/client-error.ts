import type { Socket } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { PROBLEM_TYPE, problemDocument } from './problem.js';
import { ProblemError } from './problem-error.js';

/** What is not HTTP never becomes a request, so its answer is written to the socket by hand. */
export function answerUnreadableRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  const detail =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'The request’s headers are too large.'
      : 'The request is not valid HTTP or took too long to arrive.';
  const refusal = new ProblemError('request.malformed', detail);
  const body = JSON.stringify(problemDocument(refusal, { url: '/', id: uuidv7() }));
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} Bad Request`,
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
