import { story } from "../page.mjs";

story("the page opens, and asks nobody for anything more", async (page) => {
  await page.open();
});
