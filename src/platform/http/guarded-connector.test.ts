import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConnectionRefused, guardedConnector } from './guarded-connector.ts';

describe('a guarded connector', () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.end();
  });
  let port = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? String(address.port) : '';
  });
  afterAll(() => {
    server.close();
  });

  const connect = (hostname: string, allowed: string[] = []) =>
    new Promise<Error | null>((resolve) => {
      const options = { hostname, host: `${hostname}:${port}`, port, protocol: 'http:' };
      guardedConnector(new Set(allowed))(options, (error, socket) => {
        socket?.destroy();
        resolve(error);
      });
    });

  test('refuses a name that resolves to a private address, and an address that needs no resolving', async () => {
    expect(await connect('localhost')).toBeInstanceOf(ConnectionRefused);
    expect(await connect('127.0.0.1')).toBeInstanceOf(ConnectionRefused);
    expect(await connect('[::1]')).toBeInstanceOf(ConnectionRefused);
    expect(connections).toBe(0);
  });

  test('reaches what a test allowed, and that only', async () => {
    expect(await connect('127.0.0.1', [`127.0.0.1:${port}`])).toBeNull();
    expect(await connect('127.0.0.1', ['127.0.0.1:1'])).toBeInstanceOf(ConnectionRefused);
  });
});
