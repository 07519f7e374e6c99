// Runs before the first paint, so that a chosen theme never flashes the other one. Classic script on purpose.
(() => {
  const key = 'clerk-wasm-demo-theme';
  const order = ['auto', 'light', 'dark'];
  let theme = 'auto';
  try {
    const stored = localStorage.getItem(key);
    if (order.includes(stored)) theme = stored;
  } catch {
    // Storage may be forbidden; the system's preference is used then.
  }
  const apply = () => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  apply();

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const label = () => {
      button.lastElementChild.textContent = theme;
    };
    button.hidden = false;
    label();
    button.addEventListener('click', () => {
      theme = order[(order.indexOf(theme) + 1) % order.length];
      apply();
      label();
      try {
        localStorage.setItem(key, theme);
      } catch {
        // The choice then lasts until the page is left.
      }
    });
  });
})();
