import { lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPrivateAddress } from './private-address.ts';

/** A connection was not made because of where it would have gone. */
export class ConnectionRefused extends Error {
  override name = 'ConnectionRefused';
}

/** Resolves a name and hands over its addresses only if every one of them is public: what was checked is what is connected to. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const inside = addresses.find(({ address }) => isPrivateAddress(address));
    if (inside) return callback(new ConnectionRefused(`${hostname} is at private address ${inside.address}`), '');
    const first = addresses[0];
    if (!first) return callback(new ConnectionRefused(`${hostname} has no address`), '');
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/**
 * A connector that reaches only public addresses. An address written out in the URL never meets a lookup, so it is checked
 * here as well, and so is the address that the socket ended at.
 */
export function guardedConnector(allowed: ReadonlySet<string>): buildConnector.connector {
  const open = buildConnector({});
  const guarded = buildConnector({ lookup: publicLookup });
  return (options, callback) => {
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    if (allowed.has(`${options.hostname}:${port}`)) return open(options, callback);
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isPrivateAddress(host)) {
      return callback(new ConnectionRefused(`private address ${host}`), null);
    }
    guarded(options, (...result) => {
      const socket = result[1];
      if (socket && isPrivateAddress(socket.remoteAddress ?? '')) {
        socket.destroy();
        return callback(new ConnectionRefused(`connected to private address ${socket.remoteAddress}`), null);
      }
      callback(...result);
    });
  };
}
