// Comfort only: every page works without. "/" goes to the search box; lines to copy get a button; Ctrl+Enter asks.
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("q")?.focus();
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && document.activeElement?.id === "query") document.activeElement.form.submit();
});
for (const line of document.querySelectorAll("pre.copy")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  const text = line.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  });
  line.append(button);
}
