/** The plan's own icon for the browser's tab; a plan without one has the neutral one of `public/`. */
import { getPlan } from '#plan.ts';

export async function GET(): Promise<Response> {
  const { drawings } = await getPlan();
  return new Response(drawings?.icon ?? null, { headers: { 'Content-Type': 'image/svg+xml' } });
}
