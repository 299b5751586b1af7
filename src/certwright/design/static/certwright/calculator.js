// Sliders beside the numbers of a calculator: moving one writes the number, writing the number moves the slider.

for (const slider of document.querySelectorAll("[data-slides]")) {
  const field = document.getElementById(slider.dataset.slides);
  slider.hidden = false;
  slider.addEventListener("input", () => {
    field.value = slider.value;
  });
  field.addEventListener("input", () => {
    slider.value = field.value.replace(",", ".");
  });
}
