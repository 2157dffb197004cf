// Receives what Coinwarden tells: verified, stored once, acknowledged. WEBHOOK_SECRET is that of the endpoint.
import { createServer } from 'node:http';
import { receiveWebhook } from '@coinwarden/client';

const secret = process.env.WEBHOOK_SECRET;
if (!secret) throw new Error('WEBHOOK_SECRET is not set');

// In a real backend a table with the id as its key, written in the transaction that acts on the event.
const seen = new Set();

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    try {
      const body = Buffer.concat(chunks).toString('utf8');
      const { id, event } = receiveWebhook({ body, headers: request.headers, secret });
      if (!seen.has(id)) {
        seen.add(id);
        console.log(`${event.timestamp} ${event.type}`);
      }
      response.writeHead(204).end();
    } catch (error) {
      console.log(`refused: ${error.message}`);
      response.writeHead(400).end();
    }
  });
});
server.listen(Number(process.env.PORT ?? 4000), () => console.log(`listening on ${server.address().port}`));
