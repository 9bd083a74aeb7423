/* Runs before the first paint so that a dark page never flashes white. A file of its own: the page allows no inline script. */
;(function () {
  var chosen = 'auto'
  try {
    chosen = localStorage.getItem('spendwise-color-scheme') || 'auto'
  } catch (error) {
    chosen = 'auto'
  }
  var dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
