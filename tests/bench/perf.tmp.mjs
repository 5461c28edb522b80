import { readPlan } from '#reader/read.ts'; import { scanFile } from '#search/records.ts'; import { searchOf } from '#search/plan-search.ts'; import hd from '#search/homophones.json' with {type:'json'};
const H=hd.join(' ').split(' ');
const plan=await readPlan(); const f=scanFile(plan);
const N=+(process.argv[2]??1500); const recs=[]; const kw={};
const pairs=f.printed.filter(w=>/^\p{Script=Han}{2}$/u.test(w));
const swap=(t,k)=>k===0?t:t.replace(/\p{Script=Han}{2}/gu,(m)=>{const i=pairs.indexOf(m); return i<0?m:pairs[(i+k*7)%pairs.length];});
for(let i=0;i<N;i++){const r=f.records[i%69],k=Math.floor(i/69); const url=r.url+'x'+k; recs.push({...r,url,titles:r.titles.map(t=>swap(t,k)),passages:r.passages.map(p=>({...p,text:swap(p.text,k)}))}); if(f.keywords[r.url]) kw[url]=f.keywords[r.url];}
let t=performance.now(); const s=searchOf(recs,plan.policy.fiscalYear,{...f,keywords:kw},f); console.log('build',Math.round(performance.now()-t));
s.search('ぼうさい'); s.search('bousai'); s.search('ぬぬぬぬ',H);
for (const q of ['災','災害','災害対策','地域','防災訓練','ぼうさい','bosai','高齢者の見守り','地域防災拠点での感染症','犬や猫と一緒に避難できますか','図書館','自動虐待','ボランチィア','9月','8月の講座','旭区民スポーツ祭の開催','とうろくたんとう']) { for(let i=0;i<2;i++) s.search(q,H); const a=performance.now(); const n=s.search(q,H).length; console.log(q,n,(performance.now()-a).toFixed(1)); }
