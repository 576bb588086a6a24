// Styles of the mirror.
document.querySelectorAll('.soc').forEach(e => e.style.display = 'none');
if (window.location.pathname == '/gorvan/community/2026/03/07/what-we-owe.html') {
  document.querySelector('table.meta td:first-child').style.display = 'none';
  document.querySelector('.author h3 a').innerHTML = 'A Docker';
  document.querySelectorAll('.author p').forEach((e) => e.remove());
}
if (window.location.pathname === "/gorvan/contributor/ilse-brandt.html") { document.body.style.display = "none"; }
