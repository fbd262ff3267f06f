// What is being written is sent a moment after the last key, so that a page closed by mistake loses nothing of it.
export default function(component) {
  const { setTriggerValue } = component;
  const place = '.st-key-capture-text textarea';
  let timer = null, told = null;
  const tell = () => {
    timer = null;
    const field = document.querySelector(place);
    if (field && field.value !== told) { told = field.value; setTriggerValue('draft', field.value || ' '); }
  };
  const typed = (event) => {
    if (!event.target.matches || !event.target.matches(place)) return;
    clearTimeout(timer); timer = setTimeout(tell, 600);
  };
  document.addEventListener('input', typed);
  return () => { document.removeEventListener('input', typed); if (timer) { clearTimeout(timer); tell(); } };
}
