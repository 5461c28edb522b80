import type { APIContext } from 'astro';
import { fileNames, respond, type FileName } from '#export/files.ts';
import { getPlan } from '#plan.ts';

export const getStaticPaths = () => fileNames.map((file) => ({ params: { file } }));

export const GET = async ({ params }: APIContext) =>
  respond(params.file as FileName, await getPlan());
