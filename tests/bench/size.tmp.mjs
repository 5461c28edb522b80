import z from 'node:zlib'; import { readPlan } from '#reader/read.ts'; import { scanFile } from '#search/records.ts';
const b=x=>z.brotliCompressSync(Buffer.from(typeof x==='string'?x:JSON.stringify(x)),{params:{[z.constants.BROTLI_PARAM_QUALITY]:11}}).length;
const {records,...w}=scanFile(await readPlan()); console.log('words.json',b(w)); for(const k in w) console.log(k,b(w[k]),w[k].length);
