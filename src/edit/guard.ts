/**
 * Who may speak to the server: the browser that was given the address with its token. Another page
 * in the same browser, or a name that was made to point here (DNS rebinding), may not.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export class Guard {
  readonly token: string;
  readonly port: number;
  constructor(token: string, port: number) {
    this.token = token;
    this.port = port;
  }

  /** Named after the port: a browser sends its cookies to all ports of a host. */
  get cookie(): string {
    return `edit-${String(this.port)}`;
  }

  /** Sent once, when the address with the token is opened. */
  get setCookie(): string {
    return `${this.cookie}=${this.token}; Path=/; HttpOnly; SameSite=Strict`;
  }

  isToken(value: string | null | undefined): boolean {
    const [given, own] = [Buffer.from(value ?? ''), Buffer.from(this.token)];
    return given.length === own.length && timingSafeEqual(given, own);
  }

  /** Whether the request is for this server by its own name, and from none of another's pages. */
  isOwn({ headers, method }: IncomingMessage): boolean {
    const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${String(this.port)}`);
    if (!hosts.includes(headers.host ?? '')) return false;
    if (method === 'GET' || method === 'HEAD') return true;
    const site = headers['sec-fetch-site'];
    return (
      headers.origin === `http://${headers.host ?? ''}` &&
      (site === undefined || site === 'same-origin')
    );
  }

  hasCookie({ headers }: IncomingMessage): boolean {
    const pairs = (headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
    return this.isToken(pairs.find(([name]) => name === this.cookie)?.[1]);
  }
}
