// A button that prints; it stays hidden where there is no JavaScript: every browser has its own way to print.

export default function printer(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
