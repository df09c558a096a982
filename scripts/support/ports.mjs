import { createServer } from 'node:net';
import { Trouble } from './trouble.mjs';

/** A port on the loopback interface that nobody uses at this moment. @returns {Promise<number>} */
export async function freePort() {
  return listenOnce(0, '127.0.0.1');
}

/** Refuses where the address cannot be listened on. @param {number} port @param {string} host */
export async function assertPortFree(port, host) {
  try {
    await listenOnce(port, host);
  } catch (error) {
    if (error.code === 'EADDRINUSE') throw new Trouble(`Port ${port} is taken; set PORT to another.`);
    if (error.code === 'EACCES') throw new Trouble(`Port ${port} needs more rights than you have; set PORT to another.`);
    throw new Trouble(`HOST ${host} is not an address of this machine.`);
  }
}

function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });
}
