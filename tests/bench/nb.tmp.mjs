import { readFileSync } from 'node:fs';
import { readPlan } from '#reader/read.ts';
import { scanFile } from '#search/records.ts';
import { searchOf } from '#search/plan-search.ts';
import { urls } from '#urls.ts';
import hd from '#search/homophones.json' with {type:'json'}; const H=hd.join(' ').split(' ');
const plan = await readPlan();
if (process.env.NOKW) plan.keywords = [];
const file = scanFile(plan);
if (process.env.NOTH) file.groups=[];
const search = searchOf(file.records, plan.policy.fiscalYear, file, file);
const names=new Map();
{const {programmes,sections,pledges,goals,principles}=plan;
 for (const one of programmes) names.set(urls.programme(one), [`programme:${one.id}`, `programme:${one.title}`]);
  for (const one of sections) names.set(urls.section(one), [`section:${one.id}`, `section:${one.name}`]);
  for (const one of pledges) { const { section } = one; const alone = section.pledges.length === 1;
    names.set(urls.pledge(one), [`pledge:${section.id}/${one.id}`, `unit:${section.name}/${one.name}`, ...one.units.map((unit) => `unit:${section.name}/${unit}`), ...(alone ? [`section:${section.id}`, `section:${section.name}`] : [])]);}
  for (const one of goals) names.set(urls.goal(one), [`goal:${one.id}`, `goal:${String(one.number)}`]);
  for (const one of principles) names.set(urls.principle(one), ['principle', `principle:${one.id}`, `principle:${one.title.split('　')[0] ?? ''}`]);
  names.set(urls.policy(), ['policy']);}
const show=(h)=>`${h.tier}:${h.score.toFixed(1)}:${h.record.stored.titles[0]}${h.related.length?'('+h.related.join()+')':''}`;
if (process.argv[2]==='q') { for (const q of process.argv.slice(3)) { const hs=search.search(q,H); console.log(`# ${q} (${hs.length})`); for (const h of hs.slice(0,12)) console.log('   ', show(h)); } process.exit(); }
if (process.argv[2]==='all') { const set=JSON.parse(readFileSync(process.argv[3]??'tests/bench/queries-complete.json')); let n=0,g=0,f=0,noise=0,shown=0; for (const {q,expect} of set) { const hs=search.search(q,H); const ok=hs.map(h=>(names.get(h.record.stored.url)??[]).some(x=>expect.includes(x))); const found=expect.filter(e=>hs.some(h=>(names.get(h.record.stored.url)??[]).includes(e))); g+=found.length; n+=expect.length; if (ok[0]) f++; const five=ok.slice(0,5); shown+=five.length; noise+=five.filter(x=>!x).length; if (found.length<expect.length||!ok[0]||five.some(x=>!x)) console.log(`${q}: ${found.length}/${expect.length}${ok[0]?'':' NOTFIRST'} missing ${expect.filter(e=>!found.includes(e)).join(' ')} | noise ${hs.slice(0,5).filter((h,i)=>!ok[i]).map(show).join(' ; ')}`);} console.log('completeness',(g/n).toFixed(3),'first',(f/set.length).toFixed(3),'noise',(noise/shown).toFixed(3)); process.exit(); }
let n=0,f=0,t3=0,z=0,a=0,ac=0; const miss=[];
const t0=performance.now();
for (const fn of (process.argv[2]?[process.argv[2]]:['tests/bench/queries.json','tests/bench/queries-own.json','tests/bench/queries-residents.json'])) for (const {q,kind,expect} of JSON.parse(readFileSync(fn))) {
  const hs=search.search(q,H); const right=hs.map(h=>(names.get(h.record.stored.url)??[]).some(x=>expect.includes(x)));
  if (expect.length===0) { a++; if (hs.length===0) ac++; else miss.push(`ABSENT ${q}: ${hs.slice(0,2).map(show).join(' ; ')}`); continue; }
  n++; if (right[0]) f++; else miss.push(`${kind} ${q} [${expect.join()}]: ${hs.length? 'at '+right.indexOf(true)+' '+hs.slice(0,2).map(show).join(' ; '):'none'}`);
  if (right.slice(0,3).includes(true)) t3++; if (!hs.length) z++;
}
if (!process.env.Q) console.log(miss.join('\n'));
console.log('first',f,'of',n,(f/n).toFixed(4),'three',(t3/n).toFixed(3),'none',z,'absent',ac,'of',a, Math.round(performance.now()-t0)+'ms');
