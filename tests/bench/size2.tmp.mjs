import z from 'node:zlib'; import { readPlan } from '#reader/read.ts'; import { scanFile } from '#search/records.ts';
const b=(x,m=0)=>z.brotliCompressSync(Buffer.from(x),{params:{[z.constants.BROTLI_PARAM_QUALITY]:11,[z.constants.BROTLI_PARAM_MODE]:m}}).length;
const {records,...w}=scanFile(await readPlan()); const j=JSON.stringify(w); console.log(b(j),b(j,1));
const enc=(s)=>s.replace(/[ぁ-ゖ]/g,c=>{const k=c.charCodeAt(0)-0x3041; return String.fromCharCode(k<60?0x41+k:0xc0+k);});
console.log('ascii kana',b(enc(j)));
console.log('utf16',b(Buffer.from(j,'utf16le')));
console.log('no readings in words', b(j.replace(/（[^）]+）/g,'')), 'no plan readings', b(JSON.stringify({...w,readings:[]})));
// readings separate from words
const rs=[...j.matchAll(/（([^）]+)）/g)].map(m=>m[1]).join(' '); console.log('readings alone',b(rs), b(enc(rs)));
const kanji=(s)=>[...new Set(s.match(/\p{Script=Han}/gu))].length; console.log(kanji(j));
