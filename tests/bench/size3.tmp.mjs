import z from 'node:zlib'; import { readPlan } from '#reader/read.ts'; import { scanFile } from '#search/records.ts';
const b=(x,m=0)=>z.brotliCompressSync(Buffer.from(x),{params:{[z.constants.BROTLI_PARAM_QUALITY]:11,[z.constants.BROTLI_PARAM_MODE]:m}}).length;
const w=scanFile(await readPlan()); console.log('printed',b(JSON.stringify(w.printed)),'spoken',b(JSON.stringify(w.spoken)),w.spoken.filter(Boolean).length, w.spoken.length,'kw',b(JSON.stringify(w.keywords)),'groups',b(JSON.stringify(w.groups)));
for (const n of [6,8,10]) console.log(n,b(JSON.stringify(w.spoken.map(k=>k.length>n?'':k))));
const nums=w.groups.join(' ').split(/ < | /); console.log('group words', nums.length, new Set(nums).size, 'latin', nums.filter(x=>/^[a-z_]+$/.test(x)).length);
const kw=new Set(Object.values(w.keywords).flat()); console.log('kw',kw.size,'overlap',[...new Set(nums)].filter(x=>kw.has(x)).length);
