// Adds keys for fewer and more, and keeps the sum in sight. Without it the form works all the same.
const form = document.querySelector('form.party');
const fields = [...form.querySelectorAll('input[type=number]')];
const sum = form.querySelector('.sum');

const count = field => Math.max(0, Math.trunc(Number(field.value)) || 0);

const show = () => {
  const yen = fields.reduce((total, field) => total + count(field) * Number(field.dataset.price), 0);
  sum.querySelector('output').textContent = form.dataset.yen.replace('{0}', yen.toLocaleString('en'));
};

for (const key of form.querySelectorAll('[data-step]')) {
  key.hidden = false;
  key.addEventListener('click', () => {
    const field = key.parentElement.querySelector('input');
    field.value = Math.min(Math.max(count(field) + Number(key.dataset.step), 0), Number(field.max));
    show();
  });
}

form.addEventListener('input', show);
// Coming back with the browser's own key brings the numbers, and no event.
window.addEventListener('pageshow', show);
sum.hidden = false;
show();
