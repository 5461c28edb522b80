/** Astro's own server for the content that CONTENT_DIR names; says its address, ends with its parent. */
import { dev } from 'astro';

process.stdin.on('end', () => process.exit());
process.stdin.resume();
const { address } = await dev({
  logLevel: 'silent',
  server: { host: '127.0.0.1', port: 0 },
});
console.log(`http://127.0.0.1:${String(address.port)}`);
