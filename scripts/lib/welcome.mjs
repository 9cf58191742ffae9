// Says where to click and who the demo people are.
const url = process.argv[2];
console.log(`\nStaff app    ${url}/app/`);
console.log(`API          ${url}/scalar/   (description: ${url}/openapi/v1.json)`);

const answer = await fetch(url + '/api/v1/session', { headers: { 'accept-language': 'ja' } }).catch(() => undefined);
const people = answer?.ok ? (await answer.json()).demoPeople : [];
if (people.length > 0) {
  console.log('\nSign in as one of these demo people, no password needed:');
  const width = Math.max(...people.map((person) => person.code.length)) + 2;
  for (const person of people) {
    console.log(`  ${person.code.padEnd(width)}${person.name.ja} / ${person.name.en ?? person.name.ja}  (${person.roles.join(', ')})`);
  }
}
console.log('\nNothing here is real: demo data, and a payment sandbox that moves no money. Ctrl-C stops it.');
