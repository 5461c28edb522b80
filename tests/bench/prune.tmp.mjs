import { readFileSync, writeFileSync } from 'node:fs';
import { readPlan } from '#reader/read.ts';
import { scanFile } from '#search/records.ts';
import { searchOf } from '#search/plan-search.ts';
import { readKeyword } from '#model/keyword.ts';
import { parse } from 'yaml';
import hd from '#search/homophones.json' with {type:'json'}; const H=hd.join(' ').split(' ');
const plan = await readPlan(); plan.keywords = [];
const file = scanFile(plan);
const search = searchOf(file.records, plan.policy.fiscalYear, file, file);
const url=(f)=>{const [k,a,b]=f.split('/'); return k==='pledges'?`/sections/${a}/#${b}`:`/${f}/`;};
const rows=parse(readFileSync('/tmp/kw-full.yaml','utf8')); let cut=0,all=0; const AT=+(process.argv[2]??3);

const sets=new Map(); for(const {for:f,words} of rows) for(const w of words){const {word}=readKeyword(w); sets.set(word,[...(sets.get(word)??[]),url(f)]);}
const ok=new Set(); for(const [word,S] of sets){ const hs=search.search(word,H).filter(h=>h.tier==='found'||h.tier==='printed'); const top=hs.slice(0,S.length).map(h=>h.record.stored.url); if(!/^(?:住民票|部屋を借りたい)$/.test(word)&&top.length===S.length&&top.every(u=>S.includes(u))&&(hs.length===S.length||hs[S.length].score<hs[S.length-1].score||AT>1)) ok.add(word); }
const out=rows.map(({for:f,words})=>({for:f,words:words.filter(w=>{all++; if(ok.has(readKeyword(w).word)){cut++;return false;} return true;})})).filter(r=>r.words.length);
writeFileSync('/tmp/h25/content/keywords.yaml',out.map(r=>`- for: ${r.for}\n  words:\n`+r.words.map(w=>`    - ${w}\n`).join('')).join(''));
console.log('cut',cut,'of',all);
