import { readFileSync, writeFileSync } from 'node:fs';
import { readPlan } from '#reader/read.ts';
import { scanFile } from '#search/records.ts';
import { searchOf } from '#search/plan-search.ts';
import { readKeyword } from '#model/keyword.ts';
import hd from '#search/homophones.json' with {type:'json'}; const H=hd.join(' ').split(' ');
const plan = await readPlan();
const url=(f)=>{const [k,a,b]=f.split('/'); return k==='pledges'?`/sections/${a}/#${b}`:`/${f}/`;};
const base=scanFile({...plan,keywords:[]});
const mk=()=>{ const kw={}; for(const r of plan.keywords) kw[url(r.for)]=r.words.map(w=>readKeyword(w).word); return searchOf(base.records, plan.policy.fiscalYear, {...base, keywords:kw}, base); };
const rank=(s,q,u)=>{ const hs=s.search(q).filter(h=>h.tier==='found'||h.tier==='printed'||(h.tier==='terms')); const at=hs.findIndex(h=>h.record.stored.url===u); return at<0?99:at; };
let cut=0,all=0; let s=mk();
for (const row of plan.keywords) { for (const w of [...row.words].sort((a,b)=>b.length-a.length)) { all++; const {word,reading}=readKeyword(w); const before=rank(s,word,url(row.for)); const keep=row.words; row.words=keep.filter(x=>x!==w); const t=mk(); const after=rank(t,word,url(row.for)); const kana=reading===word?0:rank(t,reading,url(row.for)); if(after<=Math.max(before,1)&&kana<=Math.max(before,1)+1&&after<99){cut++; s=t;} else row.words=keep; } }
writeFileSync('/tmp/h25/content/keywords.yaml',plan.keywords.filter(r=>r.words.length).map(r=>`- for: ${r.for}\n  words:\n`+r.words.map(w=>`    - ${w}\n`).join('')).join(''));
console.log('cut',cut,'of',all);
