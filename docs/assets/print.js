// Show the button; fetch the QR code, which waits for paper
for (const button of document.querySelectorAll(".print button")) {
  const code = document.querySelector(".paper img")
  button.hidden = false
  button.onclick = () => { code.loading = "eager"; code.decode().finally(print) }
}
