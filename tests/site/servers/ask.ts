/** One request, as it goes over the wire. */
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Answer {
  status: number;
  /** Each header as often as it was sent. */
  headers: Record<string, string[] | undefined>;
  body: Buffer;
}

export const ask = (
  origin: string,
  address: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request(new URL(address, origin), { headers, method, agent: false });
    asked.on('response', (answer) => {
      const { statusCode: status = 0, headersDistinct } = answer;
      buffer(answer).then((body) => {
        resolve({ status, headers: headersDistinct, body });
      }, reject);
    });
    asked.on('error', reject);
    asked.end();
  });
